import { Temporal } from 'temporal-polyfill'
import type { DigestSetting } from './digest-setting.ts'

/**
 * When a digest is due the next time after a moment; null where none is wanted. On a day whose clock leaves the hour out
 * it comes as much later as the clock jumps, and of an hour that comes twice it takes the first: once a day all the same.
 */
export function nextDigest({ rhythm, hour, weekday, zone }: DigestSetting, after: Date): Date | null {
  if (rhythm === 'off') return null
  const from = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone)
  for (let day = from.toPlainDate(); ; day = day.add({ days: 1 })) {
    if (rhythm === 'weekly' && day.dayOfWeek !== weekday) continue
    const due = day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds
    if (due > after.getTime()) return new Date(due)
  }
}
