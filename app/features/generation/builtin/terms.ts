import { stopWords } from '#app/features/segmentation/stop-words.ts'
import { words } from '#app/features/segmentation/words.ts'

/**
 * The words of a text that say what it is about, folded so that forms of one word meet: lower case, no accents,
 * English plurals and possessives off, and at most seven letters, which serves as a stemmer for every alphabet.
 */
export function terms(text: string, language: string): string[] {
  const stops = stopWords(language)
  const found: string[] = []
  for (const { start, end } of words(text, language)) {
    const lower = text.slice(start, end).toLowerCase().replaceAll('’', "'")
    if (stops.has(lower)) continue
    const stem = fold(lower)
    if (stem.length > 1 || /\p{Script=Han}|\d/u.test(stem)) found.push(stem)
  }
  return found
}

function fold(lower: string): string {
  const bare = lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/'s?$|^ال/u, '')
  const singular = /[^su]s$/u.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare
  return singular.length > 7 ? singular.slice(0, 7) : singular
}
