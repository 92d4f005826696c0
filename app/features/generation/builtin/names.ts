import { stopWords } from '#app/features/segmentation/stop-words.ts'

const token = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&+-]*[\p{L}\p{M}\p{N}+]|\p{Lu}/gu
const mixedCase = /\p{Ll}\p{Lu}|^\p{Lu}{2,}\d*$|^\p{Lu}+\d|^\d+\p{Lu}/u

/** The names of a source: how often each word or run of words stands as one. */
export type Names = {
  counts: ReadonlyMap<string, number>
  /** Single words that are names wherever they stand, the front of a sentence included. */
  words: ReadonlySet<string>
}

/**
 * Names are told by capitals inside a sentence ("Ada Lovelace"), and acronyms and mixed case anywhere ("NASA", "YouTube").
 * German writes every noun with a capital, so only the latter count there; scripts without case have none.
 */
export function findNames(sentences: readonly string[], language: string): Names {
  const primary = language.toLowerCase().split('-')[0] ?? 'en'
  const stops = stopWords(primary)
  const counts = new Map<string, number>()
  const found = new Set<string>()
  for (const sentence of sentences) {
    let run: string[] = []
    let runEnd = -1
    const close = () => {
      if (run.length > 0) counts.set(run.join(' '), (counts.get(run.join(' ')) ?? 0) + 1)
      run = []
    }
    let first = true
    for (const match of sentence.matchAll(token)) {
      const word = match[0].replace(/['’]s$/u, '')
      const between = sentence.slice(runEnd, match.index)
      const afterStop =
        first || /[.!?:"“„«(]\s*$/u.test(sentence.slice(Math.max(0, match.index - 3), match.index))
      const isName =
        mixedCase.test(word) ||
        (primary !== 'de' && !afterStop && /^\p{Lu}\p{L}/u.test(word) && !stops.has(word.toLowerCase()))
      if (isName) {
        if (run.length > 0 && between !== ' ') close()
        run.push(word)
        found.add(word)
        runEnd = match.index + match[0].length
        if (word !== match[0]) close()
      } else close()
      first = false
    }
    close()
  }
  return { counts, words: found }
}

/** Tells whether a text holds a name of the source. */
export function nameTest(names: Names, language: string): (text: string) => boolean {
  const stops = stopWords(language)
  return (text) => {
    let first = true
    for (const match of text.matchAll(token)) {
      const word = match[0].replace(/['’]s$/u, '')
      if (names.words.has(word)) return true
      if (!first && /^\p{Lu}\p{Ll}/u.test(word) && !stops.has(word.toLowerCase())) return true
      first = false
    }
    return false
  }
}

/** How many names of the source a sentence holds. */
export function countNames(sentence: string, names: Names): number {
  const seen = new Set<string>()
  for (const match of sentence.matchAll(token)) {
    const word = match[0].replace(/['’]s$/u, '')
    if (names.words.has(word)) seen.add(word)
  }
  return seen.size
}
