/**
 * A text in one line of at most so many characters: breaks and other signs that aren't written become spaces. So what
 * somebody called a thread can't begin a header of its own, nor turn the writing's direction in an inbox.
 */
export function oneLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  const characters = [...line]
  if (characters.length <= most) return line
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}
