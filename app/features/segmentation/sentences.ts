/** A half-open range of UTF-16 offsets into a text. */
export type Range = { start: number; end: number }

/**
 * Sentence ranges of a text, in order and without gaps: white space belongs to the sentence before it.
 * `language` is a BCP 47 tag; without it the rules of English apply.
 */
export function sentences(text: string, language = 'en'): Range[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }))
}
