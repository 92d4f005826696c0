/**
 * Words of a text in any language, Japanese and Chinese included; counting stops at `enough`, since a form only needs
 * to know whether there are as many.
 */
export function countWords(text: string, enough = Number.POSITIVE_INFINITY): number {
  let words = 0
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) {
    if (isWordLike) words += 1
    if (words >= enough) break
  }
  return words
}
