import { findEntities } from '#app/features/counting/entities.ts'

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * A text as what a merge never takes apart: words of any script, marks, runs of white space; and links, mentions and tags
 * whole, so that two changes of one address are never mixed into a third. The tokens joined are the text.
 */
export function wordTokens(text: string): string[] {
  const tokens: string[] = []
  let at = 0
  const addWords = (end: number) => {
    if (end > at) for (const { segment } of words.segment(text.slice(at, end))) tokens.push(segment)
  }
  for (const { start, end } of findEntities(text)) {
    addWords(start)
    tokens.push(text.slice(start, end))
    at = end
  }
  addWords(text.length)
  return tokens
}
