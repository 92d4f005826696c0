import { components, componentTitles } from '#app/features/alerts/components.ts'
import type { Incident } from '#app/features/alerts/status/read-status.ts'
import { durationInWords } from '#app/ui/duration-in-words.ts'
import { exactTime } from '#app/ui/relative-time.ts'

/** What was wrong, and for how long; what goes on stands first. */
export function Incidents({ incidents }: { incidents: readonly Incident[] }) {
  if (incidents.length === 0)
    return <p className="border-y border-hairline py-6 text-muted">None in the last 90 days.</p>
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {incidents.map(({ id, title, text, component, beganAt, endedAt }) => (
        <li key={id} className="py-5">
          <p className="font-medium wrap-anywhere">
            {title}
            {endedAt === null && <span className="ml-2 text-sm font-medium text-bad">ongoing</span>}
          </p>
          {text !== null && (
            <p className="mt-1 max-w-reading text-[0.9375rem] whitespace-pre-line wrap-anywhere">{text}</p>
          )}
          <p className="mt-1 text-sm text-muted tabular-nums">
            {aboutWhat(component)} · <time dateTime={beganAt}>{exactTime(new Date(beganAt))}</time>
            {endedAt !== null && `, for ${durationInWords(beganAt, endedAt)}`}
          </p>
        </li>
      ))}
    </ul>
  )
}

const aboutWhat = (component: string | null) => {
  const known = components.find((name) => name === component)
  return known === undefined ? 'All of Threadr' : componentTitles[known]
}
