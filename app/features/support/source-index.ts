import { sentences } from '#app/features/segmentation/sentences.ts'
import { foldAccents } from './fold.ts'
import type { Language, Side, WordSense } from './languages/language.ts'
import { namesIn } from './names-of-source.ts'
import { isOfWriter } from './persons.ts'
import type { CalendarDate } from './quantities/calendar-date.ts'
import { nearQuantities, type PlacedQuantity } from './quantities/near-quantities.ts'
import type { Quantity } from './quantities/quantity.ts'
import { readStatement, type Statement } from './statement.ts'

/** How sure a word of a tweet and one of the source speak of the same: by stem, by synonym, by likeness, as opposites. */
export const strengths = { same: 1, synonym: 0.9, like: 0.75, opposite: 0.5 }

type Posting = { sentence: number; token: number; strength: number }

export type SourceIndex = {
  text: string
  language: Language
  sentences: Statement[]
  /** Where a word of a tweet stands in the source, itself or by a synonym or a likeness. */
  find(sense: WordSense): readonly Posting[]
  /** How telling a word is: rarer ones more; from about 0.7 to 6. */
  weight(sense: WordSense): number
  /** Whether the source uses a word as a name. */
  isName(stem: string): boolean
  /** Whether a text is one of its sentences, word for word. */
  hasSentence(text: string): boolean
  /** Its numbers that are in no date, and its dates, each with the place of its sentence. */
  quantities: readonly PlacedQuantity[]
  dates: readonly { sentence: number; date: CalendarDate }[]
  /** Those of the numbers that a claim's may be: the others are too far from it. */
  quantitiesNear(claim: Quantity): readonly PlacedQuantity[]
  /** Whether its author tells of themselves. */
  isPersonal: boolean
}

/** Share of a source's sentences that have an "I" or "we" from which on it is its author's own story. */
const personalShare = 0.3

/** A word of the source with all its places: its sentence and its token there, by turns. */
type Entry = { sense: WordSense; folded: string; places: number[] }

/** Prepares a source for checking tweets against it. Takes some 5 ms for a thousand words. */
export function indexSource(text: string, language: Language): SourceIndex {
  const found = sentences(text, language.tag).map((range) => readStatement(text, range, language))
  const entries = new Map<string, Entry>()
  const names = namesIn(found, language)
  const note = (sense: WordSense, sentence: number, token: number) => {
    const known = entries.get(sense.stem)
    if (known) known.places.push(sentence, token)
    else entries.set(sense.stem, { sense, folded: foldAccents(sense.stem), places: [sentence, token] })
  }
  for (const [sentence, { tokens, content }] of found.entries()) {
    for (const token of content) {
      const read = tokens[token]
      if (!read) continue
      note(read.sense, sentence, token)
      for (const part of read.parts) note(part, sentence, token)
    }
  }
  const byKey = new Map<number, Entry[]>()
  const bySide = new Map<number, Entry[]>()
  for (const entry of entries.values()) {
    for (const key of entry.sense.keys) push(byKey, key, entry)
    for (const side of entry.sense.sides) if (!side.converse) push(bySide, sideKey(side, 1), entry)
  }
  const alike = likenessOf([...entries.values()], language.tag)
  const memo = new Map<string, readonly Posting[]>()

  const find: SourceIndex['find'] = ({ stem, keys, sides }) => {
    const known = memo.get(stem)
    if (known) return known
    const [, ...groups] = keys
    const exact = entries.get(stem)
    const made: Posting[] = []
    const add = ({ places }: Entry, strength: number) => {
      for (let at = 0; at < places.length; at += 2)
        made.push({ sentence: places[at] ?? 0, token: places[at + 1] ?? 0, strength })
    }
    if (exact) add(exact, strengths.same)
    for (const entry of new Set(groups.flatMap((group) => byKey.get(group) ?? [])))
      if (entry !== exact) add(entry, strengths.synonym)
    if (!exact) for (const { entry, strength } of alike(stem)) add(entry, strength)
    for (const side of sides)
      if (!side.converse)
        for (const entry of bySide.get(sideKey(side, -1)) ?? []) add(entry, strengths.opposite)
    memo.set(stem, made)
    return made
  }
  const written: string[] = []
  const initials: string[] = []
  const weights = new Map<string, number>()
  const total = Math.max(found.length, 2)
  const quantities = found.flatMap((each, sentence) =>
    each.quantities.map((quantity) => ({ sentence, quantity })),
  )
  return {
    text,
    language,
    sentences: found,
    find,
    isName: (stem) => names.has(stem),
    hasSentence(wanted) {
      const length = wanted.trim().length
      const letters = lettersOf(wanted)
      const initial = initialOf(wanted)
      return found.some(({ text: each }, at) => {
        if (Math.abs(each.length - length) > marksApart) return false
        initials[at] ??= initialOf(each)
        if (initials[at] !== initial) return false
        written[at] ??= lettersOf(each)
        return written[at] === letters
      })
    },
    quantities,
    quantitiesNear: nearQuantities(quantities),
    dates: found.flatMap((each, sentence) => each.dates.map((date) => ({ sentence, date }))),
    isPersonal:
      found.filter(({ tokens }) => tokens.some((token) => isOfWriter(language.tag, token))).length >
      found.length * personalShare,
    weight(sense) {
      const known = weights.get(sense.stem)
      if (known !== undefined) return known
      const same = find(sense).filter(({ strength }) => strength > strengths.opposite)
      const frequency = new Set(same.map(({ sentence }) => sentence)).size
      const made = Math.log(1 + total / Math.max(frequency, 0.7))
      weights.set(sense.stem, made)
      return made
    },
  }
}

const lettersOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€$£¥+-]+/gu, ' ')
    .trim()

/** What a text's letters begin with: most sentences are told apart by it. */
const initialOf = (text: string) => {
  const at = text.search(/[\p{L}\p{N}%€$£¥+-]/u)
  return text.slice(Math.max(0, at), at + 1).toLowerCase()
}

/** By how many marks and spaces a sentence may be longer when it is repeated word for word. */
const marksApart = 8

/** A number for a side of an opposition, or for the other one. */
const sideKey = ({ pair, side }: Side, which: 1 | -1) => pair * 2 + (side === which ? 1 : 0)

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const han = /\p{Script=Han}/u

/** Finds words that look alike: derivations that the stemmer keeps apart, compounds and their parts, other accents. */
function likenessOf(entries: readonly Entry[], language: string) {
  return (stem: string): { entry: Entry; strength: number }[] => {
    const wanted = foldAccents(stem)
    const found: { entry: Entry; strength: number }[] = []
    if (wanted.length < (language === 'ja' ? 2 : 4)) return found
    for (const entry of entries) {
      const strength =
        language === 'ja' ? likeKanji(wanted, entry.folded) : likeLetters(wanted, entry.folded, language)
      if (strength > 0) found.push({ entry, strength })
    }
    return found
  }
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return at
}

function likeLetters(a: string, b: string, language: string): number {
  if (a === b) return strengths.same
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4) return 0
  const shared = commonPrefix(a, b)
  if (shared >= 5 && shared >= shorter * 0.8 && Math.abs(a.length - b.length) <= 5) return strengths.like
  if (language !== 'de' || shorter < 4) return 0
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short) || long.endsWith(short) ? strengths.like : 0
}

function likeKanji(a: string, b: string): number {
  if (a === b) return strengths.same
  if (!han.test(a) || !han.test(b))
    return a.length >= 3 && b.length >= 3 && (a.includes(b) || b.includes(a)) ? strengths.like : 0
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 2 && long.includes(short)) return strengths.like
  if (short.length >= 2 && commonPrefix(a, b) >= 2) return strengths.like
  return 0
}
