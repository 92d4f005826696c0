import { exactTime, timeAgo } from './relative-time.ts'

/** How long ago, with the exact moment in its title. The text may be a minute older on the server than in the browser. */
export function RelativeTime({ iso }: { iso: string }) {
  const date = new Date(iso)
  return (
    <time dateTime={iso} title={exactTime(date)} suppressHydrationWarning>
      {timeAgo(date, new Date())}
    </time>
  )
}
