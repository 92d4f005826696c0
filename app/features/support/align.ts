import type { Range } from '#app/features/segmentation/sentences.ts'
import { agreeingDate, agreeingQuantity, isYear, sameQuantity } from './quantities/agree.ts'
import { isTelling } from './quantities/quantity.ts'
import { type SourceIndex, strengths } from './source-index.ts'
import type { Statement } from './statement.ts'
import { isWrittenAsName } from './tokens.ts'

/** Where a word of a tweet stands in the source. */
type Place = { sentence: number; token: number; strength: number }

export type Alignment = {
  claim: Statement
  /** The sentences of the source that hold what the claim says, the one that holds most first; at most three. */
  chosen: number[]
  /** Place of each of the claim's words that is found there, by its place in the claim. */
  places: ReadonlyMap<number, Place>
  /** Its numbers and dates, and whether a chosen sentence has them. */
  numbers: readonly { start: number; weight: number; isFound: boolean }[]
  /** Share of what the claim says that is found: by the weight of its words and numbers, 0 to 1. */
  coverage: number
}

const mostSentences = 3
/** A further sentence has to add so much of the claim. */
const leastGain = 0.1
const numberWeight = 3

type Item = { weight: number; token: number | null; start: number; best: Map<number, Place> }

/** Finds the sentences that a claim may be made from, and each of its words in them. `hints` are passages said to back it. */
export function align(claim: Statement, source: SourceIndex, hints: readonly Range[]): Alignment {
  const items = [...wordItems(claim, source), ...numberItems(claim, source)]
  const weight = items.reduce((sum, item) => sum + item.weight, 0)
  const chosen = choose(items, weight, source, hints)
  const places = new Map<number, Place>()
  const numbers: { start: number; weight: number; isFound: boolean }[] = []
  let found = 0
  for (const { token, start, best, weight: own } of items) {
    const there = chosen.flatMap((sentence) => best.get(sentence) ?? [])
    // A word's opposite stands for it only where no chosen sentence has the word.
    const place = there.find(({ strength }) => strength > strengths.opposite) ?? there[0]
    if (token === null) numbers.push({ start, weight: own, isFound: place !== undefined })
    else if (place) places.set(token, place)
    found += own * (place?.strength ?? 0)
  }
  return { claim, chosen, places, numbers, coverage: weight === 0 ? 1 : found / weight }
}

function wordItems(claim: Statement, source: SourceIndex): Item[] {
  return claim.content.map((token) => {
    const read = claim.tokens[token]
    const best = new Map<number, Place>()
    if (!read) return { weight: 0, token, start: 0, best }
    const senses = [read.sense, ...read.parts.filter((part) => !part.roles.has('function'))]
    for (const sense of senses) {
      for (const { sentence, token: at, strength: found } of source.find(sense)) {
        // "Go up" is no more than like a "go".
        const strength = sense === read.sense ? found : Math.min(found, strengths.like)
        const known = best.get(sentence)
        if (!known || known.strength < strength) best.set(sentence, { sentence, token: at, strength })
      }
    }
    const weight =
      source.weight(read.sense) * (isWrittenAsName(read) && source.language.tag !== 'de' ? 1.3 : 1)
    return { weight, token, start: read.start, best }
  })
}

function numberItems(claim: Statement, source: SourceIndex): Item[] {
  const items: Item[] = []
  for (const numeric of [...claim.quantities.filter(isTelling), ...claim.dates]) {
    const best = new Map<number, Place>()
    const note = (sentence: number) => best.set(sentence, { sentence, token: -1, strength: 1 })
    if ('values' in numeric) {
      for (const { sentence, quantity } of source.quantitiesNear(numeric))
        if (sameQuantity(numeric, quantity)) note(sentence)
    } else if (numeric.month === null) {
      for (const { sentence, quantity } of source.quantities) if (isYear(numeric, quantity)) note(sentence)
    }
    for (const { sentence, date } of source.dates)
      if ('values' in numeric ? agreeingQuantity(numeric, [], [date]) : agreeingDate(numeric, [date], []))
        note(sentence)
    items.push({ weight: numberWeight, token: null, start: numeric.start, best })
  }
  return items
}

function choose(
  items: readonly Item[],
  weight: number,
  source: SourceIndex,
  hints: readonly Range[],
): number[] {
  const chosen: number[] = []
  const covered = new Map<Item, number>()
  while (chosen.length < mostSentences) {
    const gains = new Map<number, number>()
    for (const item of items) {
      const already = covered.get(item) ?? 0
      for (const [sentence, { strength }] of item.best) {
        const more = item.weight * (strength - already)
        if (more > 0) gains.set(sentence, (gains.get(sentence) ?? 0) + more)
      }
    }
    const [first] = chosen
    let best = -1
    let most = 0
    for (const [sentence, gain] of gains) {
      const near = first !== undefined && Math.abs(sentence - first) <= 2 ? 1.25 : 1
      const hinted = isHinted(source.sentences[sentence], hints) ? 1.4 : 1
      const worth = gain * near * hinted
      if (worth > most + 1e-9) {
        most = worth
        best = sentence
      }
    }
    const gain = gains.get(best) ?? 0
    if (best < 0 || (chosen.length > 0 && gain < weight * leastGain)) break
    chosen.push(best)
    for (const item of items) {
      const place = item.best.get(best)
      if (place) covered.set(item, Math.max(covered.get(item) ?? 0, place.strength))
    }
  }
  return chosen
}

function isHinted(sentence: Range | undefined, hints: readonly Range[]): boolean {
  return (
    sentence !== undefined && hints.some(({ start, end }) => start < sentence.end && end > sentence.start)
  )
}
