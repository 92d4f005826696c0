import type { ReactNode } from 'react'
import { exactTime } from './relative-time.ts'

export type EventRow = { id: string; at: string; what: string; who: ReactNode; network: string | null }

/** What was done, the newest first, with the exact moment. */
export function EventList({ events }: { events: EventRow[] }) {
  if (events.length === 0)
    return <p className="border-y border-hairline py-6 text-muted">Nothing is recorded here.</p>
  return (
    <ol className="divide-y divide-hairline border-y border-hairline">
      {events.map(({ id, at, what, who, network }) => (
        <li key={id} className="py-3">
          <p className="font-medium wrap-anywhere">{what}</p>
          <p className="text-sm text-muted tabular-nums wrap-anywhere">
            {who} · <time dateTime={at}>{exactTime(new Date(at))}</time>
            {network !== null && ` · from ${network}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
