import { days, minutes, seconds } from '#app/platform/durations.ts'

/** A session ends after so long, however much it is used. */
export const longestSession = days(90)
/** And after so long without being used. */
export const idleSession = days(30)
/** How often at most it is written down that a session is used. */
export const seenEvery = minutes(1)
/** How long Redis may answer for a session: so long at most is an ended one taken, where who ended it can't tell Redis at that moment. */
export const cachedFor = seconds(10)
