/** What LinkedIn's "little text" gives a meaning to (Microsoft Learn, "little text format"), so that it has to be escaped. */
const reserved = /[|{}@[\]()<>#\\*_~]/g
/** A hashtag stays one: it is written there as it is here. */
const hashtags = /(?<=^|\s)#[\p{L}\p{M}\p{Nd}]*\p{L}[\p{L}\p{M}\p{Nd}]*/gu

/** Which reserved marks a text has, each once, as far as they must be escaped. */
export const reservedMarks = (text: string): string[] => [
  ...new Set(text.replaceAll(hashtags, '').match(reserved) ?? []),
]

/** A text as LinkedIn's API takes it: unescaped, it would cut the post off at the first of these marks. */
export function asLittleText(text: string): string {
  let at = 0
  const pieces: string[] = []
  for (const { 0: hashtag, index } of text.matchAll(hashtags)) {
    pieces.push(escaped(text.slice(at, index)), hashtag)
    at = index + hashtag.length
  }
  return pieces.join('') + escaped(text.slice(at))
}

const escaped = (text: string) => text.replaceAll(reserved, '\\$&')
