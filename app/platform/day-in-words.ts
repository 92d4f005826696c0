const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** "10 December 2026", the day in UTC: the same for server and browser, whatever zone they are in. */
export const dayInWords = (at: Date): string => format.format(at)
