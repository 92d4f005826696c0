import { english } from './english.ts'
import { german } from './german.ts'
import { japanese } from './japanese.ts'
import type { Mutators } from './language-mutators.ts'
import { spanish } from './spanish.ts'

export const mutators: Record<string, Mutators> = {
  de: german,
  en: english,
  es: spanish,
  ja: japanese,
}

export type Mutation = { kind: string; text: string }

/** Fair forms of a sentence. */
export function dressed(sentence: string, { dressings }: Mutators): Mutation[] {
  return dressings.map(([before, behind]) => ({ kind: 'dressed', text: before + sentence + behind }))
}

/** A sentence made wrong, once for each kind that it has something of. `names` are those of its source. */
export function mutated(sentence: string, language: string, names: readonly string[]): Mutation[] {
  const own = mutators[language]
  if (!own) return []
  const made = [
    ...Object.entries(own.swaps).map(
      ([kind, pairs]) => [kind, swapped(sentence, pairs, language, kind)] as const,
    ),
    ['number', replaced(sentence, wholeNumber, raised)] as const,
    ['date', replaced(sentence, plainYear, (year) => String(Number(year) - 3))] as const,
    ['name', renamed(sentence, names)] as const,
    own.denies.test(sentence)
      ? (['negation-dropped', replaced(sentence, ...own.affirm)] as const)
      : (['negation-added', replaced(sentence, ...own.deny)] as const),
  ]
  return made.flatMap(([kind, text]) => (text === null || text === sentence ? [] : [{ kind, text }]))
}

const wholeNumber = /(?<![\p{L}\d.,:/-])\d{1,3}(?:[.,]\d{3})*(?![\d.,:/-]*\d)/u
const plainYear = /(?<![\d.,])(?:19|20)\d\d(?![\d.,])/u

/** Another number, too far from it to be its rounding. */
function raised(digits: string): string {
  const value = Number(digits.replaceAll(/[.,]/g, ''))
  return String(value + (value > 20 ? 7 : 3))
}

function replaced(text: string, place: RegExp, by: (found: string) => string): string | null {
  const match = place.exec(text)
  return match && text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length)
}

/** The first word of a pair turned into its other; a unit or a currency only behind a number. */
function swapped(text: string, pairs: readonly string[], language: string, kind: string): string | null {
  const other = new Map(
    pairs.flatMap((pair) => {
      const [one = '', two = ''] = pair.split('/')
      return [[one, two] as const, [two, one] as const]
    }),
  )
  const words = [...other.keys()].sort((a, b) => b.length - a.length).join('|')
  const measure = kind === 'unit' || kind === 'currency'
  const before = measure
    ? String.raw`(?<=[\d０-９万億]\s?|(?:million|millones|mil|Millionen|Milliarden) )`
    : language === 'ja'
      ? ''
      : String.raw`(?<!\p{L})`
  const behind = language === 'ja' ? '' : String.raw`(?!\p{L})`
  return replaced(text, new RegExp(`${before}(?:${words})${behind}`, 'u'), (word) => other.get(word) ?? word)
}

/** Somebody else of the source in the place of the first who is named. */
function renamed(text: string, names: readonly string[]): string | null {
  const name = names.find((each) => text.includes(each))
  const other = name && names.find((each) => !text.includes(each) && !shareWord(each, name))
  return name && other ? text.replace(name, other) : null
}

const shareWord = (one: string, other: string) => one.split(' ').some((word) => other.includes(word))
