/** Longer subjects are cut, in characters: a line of mail ends at 998 bytes, and no reader shows as much. */
const longestSubject = 250

/** What ends a line of a header, or is no text: whoever writes it into a name would write headers of their own. */
const unprintable = /[\p{Cc}\u2028\u2029]+/gu

/** A text as it can stand in a header: on one line. */
export const oneLine = (text: string) => text.replace(unprintable, ' ').trim()

/** A subject on one line, and no longer than any reader shows. */
export const subjectLine = (subject: string) => [...oneLine(subject)].slice(0, longestSubject).join('')

/** Headers whose names are names (RFC 5322) and whose values stay on their lines; others are left out. */
export function safeHeaders(headers: Record<string, string>): Record<string, string> {
  const safe = Object.entries(headers).filter(([name]) => /^[A-Za-z0-9-]{1,70}$/.test(name))
  return Object.fromEntries(safe.map(([name, value]) => [name, oneLine(value)]))
}
