import { days } from '#app/platform/durations.ts'
import { exactTime, timeAgo } from '#app/ui/relative-time.ts'

/** When a version was saved. Many may be of yesterday, so that only today's are told by how long ago they are. */
export function VersionTime({ iso }: { iso: string }) {
  const date = new Date(iso)
  const isRecent = Date.now() - date.getTime() < days(1)
  return (
    <time dateTime={iso} title={exactTime(date)} suppressHydrationWarning>
      {isRecent ? timeAgo(date, new Date()) : exactTime(date)}
    </time>
  )
}
