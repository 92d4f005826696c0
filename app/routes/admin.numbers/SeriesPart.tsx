import type { Series } from '#app/features/kpis/read-numbers.ts'
import { Bars } from '#app/ui/Bars.tsx'
import { WideTable } from '#app/ui/WideTable.tsx'
import { changeInWords, dayInWords, inWords } from './number-words.ts'

/** One measure: its plot, and behind that the table of its days. */
export function SeriesPart({ title, about, unit, points }: Omit<Series, 'key'>) {
  const last = points.at(-1)
  const marked = points.filter(({ anomaly }) => anomaly !== null).length
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="text-[0.9375rem] font-medium">
        {title} <span className="font-normal text-muted">{about}</span>
      </h2>
      <p className="mt-1 mb-3 font-serif text-2xl font-medium tabular-nums">
        {inWords(last?.value ?? null, unit)}{' '}
        <span className="font-sans text-sm font-normal text-muted">{todayInWords(last, unit)}</span>
      </p>
      <Bars
        isHidden
        bars={points.map(({ day, value, anomaly }) => ({
          key: day,
          value: value ?? 0,
          isMarked: anomaly !== null,
          words: `${dayInWords(day)}: ${inWords(value, unit)}${anomaly ? `, usually ${inWords(anomaly.usual, unit)}` : ''}`,
        }))}
        caption={captionOf(points, unit, marked)}
      />
      <details className="mt-2">
        <summary className="flex min-h-11 cursor-pointer items-center text-sm text-muted hover:text-ink">
          Day by day
        </summary>
        <WideTable label={`${title} by day`}>
          <table className="w-full text-right text-sm tabular-nums">
            <thead className="text-muted">
              <tr className="border-b border-hairline">
                <th scope="col" className="py-2 pr-4 text-left font-medium">
                  Day
                </th>
                <th scope="col" className="py-2 pl-4 font-medium">
                  {title}
                </th>
                <th scope="col" className="py-2 pl-4 font-medium">
                  On the day before
                </th>
                <th scope="col" className="py-2 pl-4 font-medium">
                  Stands out
                </th>
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map(({ day, value, before, anomaly }) => (
                <tr key={day} className="border-b border-hairline">
                  <th scope="row" className="py-2 pr-4 text-left font-medium whitespace-nowrap">
                    {dayInWords(day)}
                  </th>
                  <td className="py-2 pl-4 whitespace-nowrap">{inWords(value, unit)}</td>
                  <td className="py-2 pl-4 whitespace-nowrap">{changeInWords(value, before, unit)}</td>
                  <td className="py-2 pl-4 whitespace-nowrap">
                    {anomaly
                      ? `${anomaly.way === 'high' ? 'Above' : 'Below'} ${inWords(anomaly.usual, unit)}`
                      : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      </details>
    </section>
  )
}

function captionOf(points: Series['points'], unit: Series['unit'], marked: number): string {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const most = Math.max(...known)
  if (known.length === 0) return 'Nothing to tell of these days.'
  const standing =
    marked === 0 ? '' : marked === 1 ? ' The darker day stands out.' : ' The darker days stand out.'
  return `The most on one day: ${inWords(most, unit)}.${standing}`
}

function todayInWords(last: Series['points'][number] | undefined, unit: Series['unit']): string {
  if (!last || last.value === null || last.before === null) return 'today'
  return `today, ${changeInWords(last.value, last.before, unit)} on yesterday`
}
