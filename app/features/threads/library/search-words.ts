import { foldAccents, foldWidth } from '#app/features/support/fold.ts'

/** A word of a text as it is searched for, and where it stands there (UTF-16). */
export type SearchWord = { word: string; start: number; end: number }

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const runs = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u')

/** Longer than any word that somebody types; what stands behind is not looked at. In characters. */
const longestWord = 40

const fold = (text: string) => foldAccents(foldWidth(text)).replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The words of a text, without case, accents and width. Where a script has no spaces, every two neighbouring characters
 * are one, and the last by itself: a dictionary would cut what somebody types differently from the text around it, and
 * two characters are always the same two. `typed` is for what is searched for, where the last by itself says nothing new.
 */
export function searchWords(text: string, { typed = false } = {}): SearchWord[] {
  const found: SearchWord[] = []
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (isUnspaced.test(run)) found.push(...pairsOf(run, index, typed))
    else {
      const word = fold(run).slice(0, longestWord)
      if (word !== '') found.push({ word, start: index, end: index + run.length })
    }
  }
  return found
}

function pairsOf(run: string, index: number, typed: boolean): SearchWord[] {
  const characters: SearchWord[] = []
  let at = index
  for (const character of run) {
    const word = fold(character)
    if (word !== '') characters.push({ word, start: at, end: at + character.length })
    at += character.length
  }
  const pairs = characters.slice(1).map((second, before) => {
    const { word = '', start = second.start } = characters[before] ?? {}
    return { word: word + second.word, start, end: second.end }
  })
  const last = characters.at(-1)
  return last && !(typed && pairs.length > 0) ? [...pairs, last] : pairs
}

/** Whether a word is of a script without spaces, where one character says as much as three letters. */
export const isOfUnspaced = (word: string): boolean => isUnspaced.test(word)
