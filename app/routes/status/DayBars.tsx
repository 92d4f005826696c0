import type { StatusDay } from '#app/features/alerts/status/read-status.ts'
import { dayOfStatusInWords } from './status-words.ts'

const step = 8
const width = 6
const height = 36

/** How high a day stands, so that colour isn't all that tells them apart, and in which colour. */
const looks = {
  up: { tall: height, fill: 'fill-good' },
  impaired: { tall: height * 0.65, fill: 'fill-warn' },
  down: { tall: height * 0.3, fill: 'fill-bad' },
  unknown: { tall: 2, fill: 'fill-edge' },
} as const

/** Days beside one another, the first first; those in which something was wrong are read out as a list. */
export function DayBars({ days, label }: { days: readonly StatusDay[]; label: string }) {
  const troubled = days.filter(({ state }) => state === 'down' || state === 'impaired')
  return (
    <>
      <svg
        aria-hidden
        viewBox={`0 0 ${days.length * step - (step - width)} ${height}`}
        preserveAspectRatio="none"
        className="h-9 w-full"
      >
        {days.map((day, at) => {
          const { tall, fill } = looks[day.state ?? 'unknown']
          return (
            <rect key={day.day} x={at * step} y={height - tall} width={width} height={tall} className={fill}>
              <title>{dayOfStatusInWords(day)}</title>
            </rect>
          )
        })}
      </svg>
      {troubled.length > 0 && (
        <ul aria-label={label} className="sr-only">
          {troubled.map((day) => (
            <li key={day.day}>{dayOfStatusInWords(day)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
