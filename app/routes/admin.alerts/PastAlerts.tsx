import type { ShownAlert } from '#app/features/alerts/read-alerts.ts'
import { durationInWords } from '#app/ui/duration-in-words.ts'
import { exactTime } from '#app/ui/relative-time.ts'

/** What fired and is over, the newest first. */
export function PastAlerts({ alerts }: { alerts: ShownAlert[] }) {
  if (alerts.length === 0)
    return <p className="border-y border-hairline py-6 text-muted">No alert has fired yet.</p>
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {alerts.map(({ id, title, isCritical, firedAt, clearedAt, value, acknowledged }) => (
        <li key={id} className="py-3">
          <p className="font-medium">{title}</p>
          <p className="text-sm text-muted tabular-nums">
            {isCritical ? 'Critical' : 'Warning'}
            {firedAt !== null && (
              <>
                {' · '}
                <time dateTime={firedAt}>{exactTime(new Date(firedAt))}</time>
              </>
            )}
            {firedAt !== null && clearedAt !== null && ` · for ${durationInWords(firedAt, clearedAt)}`}
            {` · ${value}`}
            {acknowledged !== null && ` · acknowledged by ${acknowledged.by ?? 'somebody who is gone'}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
