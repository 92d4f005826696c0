import { NavLink } from '@remix-run/react'
import type { Numbers } from '#app/features/kpis/read-numbers.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { dayInWords, inWords } from './number-words.ts'
import { type Range, ranges } from './ranges.ts'
import { SeriesPart } from './SeriesPart.tsx'

const choice = (isChosen: boolean) =>
  `inline-flex min-h-11 items-center rounded-control border px-4 no-underline ${isChosen ? 'border-ink font-medium text-ink' : 'border-edge text-muted hover:text-ink'}`

export function NumbersPage({ range, series, madeAt }: Numbers & { range: Range }) {
  const standing = series.flatMap(({ key, title, unit, points }) =>
    points.flatMap(({ day, value, anomaly }) =>
      anomaly ? [{ key: `${key}-${day}`, title, unit, day, value, ...anomaly }] : [],
    ),
  )
  const newestFirst = standing.toSorted((one, other) => other.day.localeCompare(one.day))
  return (
    <AdminFrame isAdmin title="Numbers">
      <nav aria-label="Days" className="mb-6 flex flex-wrap gap-2">
        {ranges.map((each) => (
          <NavLink
            key={each}
            to={paths.numbers({ days: each })}
            aria-current={each === range ? 'page' : undefined}
            className={choice(each === range)}
          >
            {each} days
          </NavLink>
        ))}
      </nav>
      {madeAt === null ? (
        <div className="border-t border-hairline py-10">
          <p className="font-serif text-2xl font-medium">Nothing has been counted yet</p>
          <p className="mt-2 text-muted">
            Numbers are made every quarter of an hour. Come back in a few minutes.
          </p>
        </div>
      ) : (
        <>
          <p className="mb-6 text-[0.9375rem] text-muted">
            Days are in UTC. Counted <RelativeTime iso={madeAt} />, every quarter of an hour; today isn’t
            over.
          </p>
          {newestFirst.length > 0 && (
            <div className="mb-10">
              <Notice
                title={
                  newestFirst.length === 1 ? 'One day stands out.' : `${newestFirst.length} days stand out.`
                }
              >
                <ul className="space-y-1">
                  {newestFirst.slice(0, 12).map(({ key, title, unit, day, value, usual, way }) => (
                    <li key={key}>
                      {dayInWords(day)}: {title} {inWords(value, unit)}, {way === 'high' ? 'above' : 'below'}{' '}
                      the {inWords(usual, unit)} that is usual on that weekday.
                    </li>
                  ))}
                </ul>
              </Notice>
            </div>
          )}
          <div className="grid gap-x-10 gap-y-12 md:grid-cols-2">
            {series.map(({ key, ...each }) => (
              <SeriesPart key={key} {...each} />
            ))}
          </div>
        </>
      )}
    </AdminFrame>
  )
}
