import { dayInWords } from '#app/platform/day-in-words.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** "just now", "5 minutes ago", "yesterday"; from 30 days on the date itself. A clock that is ahead counts as now. */
export function timeAgo(date: Date, now: Date): string {
  const age = now.getTime() - date.getTime()
  if (age < minute) return 'just now'
  if (age < hour) return relative.format(-Math.floor(age / minute), 'minute')
  if (age < day) return relative.format(-Math.floor(age / hour), 'hour')
  if (age < 30 * day) return relative.format(-Math.floor(age / day), 'day')
  return dayInWords(date)
}

/** The moment in full, in UTC, so that server and browser say the same. */
export function exactTime(date: Date): string {
  return `${exact.format(date)} UTC`
}

/** An ISO 8601 date, however exact, as a day ("3 May 2026"), a year or a month where it says no more; null if it is none. */
export function readableDate(iso: string): string | null {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return null
  if (/^\d{4}$/.test(iso)) return iso
  if (/^\d{4}-\d{2}$/.test(iso)) {
    return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date)
  }
  return dayInWords(date)
}
