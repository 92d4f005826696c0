import { isOfUnspaced, searchWords } from './search-words.ts'

/** More words than anybody types narrow nothing down any more. */
const mostWords = 8
/** From so many letters on, a word is looked for in the index as the beginning of others too. */
const fewestLetters = 3

export type SearchTerm = {
  word: string
  /** Whether longer words count that begin with it. */
  isBeginning: boolean
}

/** What is searched for; none where nothing typed is a word. */
export function searchTerms(typed: string): SearchTerm[] {
  const words = searchWords(typed, { typed: true }).map(({ word }) => word)
  const few = [...new Set(words)].slice(0, mostWords)
  return few.map((word) => ({ word, isBeginning: isOfUnspaced(word) || word.length >= fewestLetters }))
}

/** As PostgreSQL asks a document for all of the words. Of a short last word, while it is typed, the longer ones count too. */
export const nearQuery = (terms: readonly SearchTerm[]): string =>
  terms.map(({ word, isBeginning }, at) => lexeme(word, isBeginning || at === terms.length - 1)).join(' & ')

/** As PostgreSQL asks the index, where words stand under their owner's mark (`scoped_words` in the migration). */
export const scopedQuery = (terms: readonly SearchTerm[], owner: string): string =>
  terms.map(({ word, isBeginning }) => lexeme(`${owner.slice(-12)}:${word}`, isBeginning)).join(' & ')

const lexeme = (word: string, isBeginning: boolean) => `'${word}'${isBeginning ? ':*' : ''}`

/** Whether a word of a text is what one of the terms looks for. */
export const isHit = (word: string, terms: readonly SearchTerm[]): boolean =>
  terms.some((term, at) =>
    term.isBeginning || at === terms.length - 1 ? word.startsWith(term.word) : word === term.word,
  )
