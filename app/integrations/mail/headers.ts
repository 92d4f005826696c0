/** Longer subjects are cut, in characters: a line of mail ends at 998 bytes, and no reader shows as much. */
const longestSubject = 250

/**
 * A text as it can stand in a header: in one line, as breaks and other signs that aren't written become spaces. So what somebody
 * called a thread can't begin a header of its own, nor turn the writing's direction in an inbox.
 */
export const oneLine = (text: string) =>
  text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()

/** A subject on one line, and no longer than any reader shows. */
export const subjectLine = (subject: string) => [...oneLine(subject)].slice(0, longestSubject).join('')

/** Headers whose names are names (RFC 5322) and whose values stay on their lines; others are left out. */
export function safeHeaders(headers: Record<string, string>): Record<string, string> {
  const safe = Object.entries(headers).filter(([name]) => /^[A-Za-z0-9-]{1,70}$/.test(name))
  return Object.fromEntries(safe.map(([name, value]) => [name, oneLine(value)]))
}
