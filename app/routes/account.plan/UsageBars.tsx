import type { DayOfUse } from '#app/features/billing/read-usage.ts'

const height = 72
const step = 20
const gap = 4

const dayWord = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const inWords = ({ day, threads }: DayOfUse) =>
  `${dayWord.format(new Date(`${day}T00:00:00Z`))}: ${threads} ${threads === 1 ? 'thread' : 'threads'}`

/** Bars by day, the highest as high as the plot; read out as a table. */
export function UsageBars({ days }: { days: DayOfUse[] }) {
  const most = Math.max(1, ...days.map(({ threads }) => threads))
  const width = 31 * step
  const used = days.filter(({ threads }) => threads > 0)
  return (
    <figure>
      <svg aria-hidden viewBox={`0 0 ${width} ${height + 4}`} className="h-auto w-full max-w-2xl">
        {days.map((each, index) => {
          const bar = Math.round((each.threads / most) * height)
          return (
            <rect
              key={each.day}
              x={index * step}
              y={height - Math.max(bar, 2)}
              width={step - gap}
              height={Math.max(bar, 2)}
              rx="2"
              className={each.threads > 0 ? 'fill-thread' : 'fill-hairline'}
            >
              <title>{inWords(each)}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption className="mt-2 text-sm text-muted tabular-nums">
        {used.length === 0 ? 'None yet this month.' : `The most on one day: ${most}.`}
      </figcaption>
      <ul className="sr-only">
        {used.map((each) => (
          <li key={each.day}>{inWords(each)}</li>
        ))}
      </ul>
    </figure>
  )
}
