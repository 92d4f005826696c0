import { z } from 'zod'

export const rhythms = ['off', 'daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

const knownZones = new Set<string>()

/** Whether this runtime knows a time zone by its IANA name; to ask takes a while, so what it knows is remembered. */
function isZone(name: string): boolean {
  if (knownZones.has(name)) return true
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    knownZones.add(name)
    return true
  } catch {
    return false
  }
}

const whole = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message)

/** When somebody hears about their threads: a whole hour of their own clock, each day or on one day of the week. */
export const digestSettingSchema = z.object({
  rhythm: z.enum(rhythms, 'Choose how often.'),
  hour: whole(0, 23, 'Choose an hour.'),
  /** From 1, Monday, to 7. */
  weekday: whole(1, 7, 'Choose a day.'),
  zone: z.string('Choose your time zone.').refine(isZone, 'Choose your time zone from the list.'),
})
export type DigestSetting = z.infer<typeof digestSettingSchema>

/** For who has chosen nothing yet: none, and Monday morning where they want one. */
export const unchosen: DigestSetting = { rhythm: 'off', hour: 8, weekday: 1, zone: 'UTC' }
