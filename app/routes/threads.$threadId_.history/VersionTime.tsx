import { hours } from '#app/platform/durations.ts'
import { exactTime, timeAgo } from '#app/ui/relative-time.ts'

/** When a version was saved. Many may be of one day, so that only the last hour's are told by how long ago. */
export function VersionTime({ iso }: { iso: string }) {
  const date = new Date(iso)
  const isRecent = Date.now() - date.getTime() < hours(1)
  return (
    <time dateTime={iso} title={exactTime(date)} suppressHydrationWarning>
      {isRecent ? timeAgo(date, new Date()) : exactTime(date)}
    </time>
  )
}
