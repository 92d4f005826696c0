import { similarity } from './centrality.ts'
import type { Score } from './sentence-scoring.ts'
import type { Unit } from './unit.ts'

/** What the worth of a tweet is judged by. */
export type Weighing = {
  units: readonly Unit[]
  scores: readonly Score[]
  /** How many of a unit's terms were new in the units right before it. */
  introduced: readonly number[]
  /** The most a tweet may count, its number and whatever is set under it already taken off. */
  room: number
  /** A unit worth less than this is better left out than used to fill a tweet. */
  filler: number
}

/** List items after the second mostly add length. */
const laterItems = 0.5
/** What follows a list mostly speaks of all of it. */
const leavingList = 0.4
/** Words that a sentence shares with the one before it, at the least, to go on from it in another paragraph. */
const goesOnLikeness = 0.12

/** How good a tweet the units `first` to `last` make, of `length` as the network counts; may be negative. */
export function worth(first: number, last: number, length: number, settings: Weighing): number {
  const { units, scores, room, filler } = settings
  let value = 0
  let items = 0
  for (let index = first; index <= last; index++) {
    const unit = units[index]
    if (!unit) continue
    if (unit.kind === 'item') items++
    const added = (scores[index]?.value ?? 0) - (index > first ? filler : 0)
    value += items > 2 && added > 0 ? added * laterItems : added
    if (index > first && unit.opensBlock && unit.kind === 'sentence')
      value -= units[first]?.inItem ? leavingList : turnCost(index, settings)
  }
  const opener = units[first]
  const next = units[last + 1]
  if (opener) value -= opener.vague * 0.45 + (opener.leans ? 0.25 : 0) + midThought(first, settings)
  // A list broken off, or an item away from its lead-in.
  if (items > 0 && next?.kind === 'item' && next.follows) value -= 0.12 + cutItems(last, units) * 0.04
  if (opener?.kind === 'heading') value += 0.15
  if (opener?.kind === 'item') value -= units[first - 1]?.inItem && opener.follows ? 0.12 * items : 0.06
  if (opener?.kind === 'item' && opener.follows && items > 1 && units[first - 1]?.leadsOn) value -= 0.25
  if (/[?？؟]$/u.test(units[last]?.text ?? '')) value -= 0.15
  value -= brokenOff(first, last, settings)
  const fullness = length / Math.min(room, 280)
  if (fullness < 0.6) value -= (0.6 - fullness) * 0.8
  return value
}

/** How many items of a list are left out after the last shown, up to five. */
function cutItems(last: number, units: readonly Unit[]): number {
  let cut = 0
  for (let index = last + 1; index <= last + 12; index++) {
    const unit = units[index]
    if (!unit?.inItem || !unit.follows) break
    if (unit.kind === 'item') cut++
  }
  return Math.min(5, cut)
}

/** What it costs to go on into another paragraph: little where that plainly continues the thought. */
function turnCost(index: number, settings: Weighing): number {
  // A question and its answer belong together.
  if (/[?？؟]["”’»)]?$/u.test(settings.units[index - 1]?.text ?? '')) return -0.1
  return continuesThought(index, settings) ? 0.1 : 0.4
}

function continuesThought(index: number, { units, scores }: Weighing): boolean {
  const unit = units[index]
  const before = scores[index - 1]
  const here = scores[index]
  if (!unit || !before || !here) return false
  const alike = similarity(before.vector, here.vector) > goesOnLikeness
  return unit.leans || unit.opening !== unit.text || unit.quoteOnly || alike
}

/** A tweet that takes the first sentence of a paragraph along as its last has begun a thought that it doesn't finish. */
function brokenOff(first: number, last: number, settings: Weighing): number {
  const unit = settings.units[last]
  const next = settings.units[last + 1]
  const goesOn = unit !== undefined && next?.follows === true && next.block === unit.block
  if (!goesOn) return 0
  if (!unit.opensBlock || last === first) return 0.03
  return unit.kind === 'sentence' && continuesThought(last, settings) ? 0.12 : 0.25
}

/** What an opener lacks that the sentences right before it have just brought up: its paragraph's start, their new words. */
function midThought(first: number, { units, introduced }: Weighing): number {
  const unit = units[first]
  if (!unit?.follows || unit.kind !== 'sentence') return 0
  const fresh = Math.min(2, introduced[first] ?? 0)
  return (unit.opensBlock ? 0 : 0.08) + fresh * (unit.opensBlock ? 0.03 : 0.05)
}

/** How many terms of each unit first came up in the two units before it. */
export function justIntroduced(units: readonly Unit[]): number[] {
  const firstAt = new Map<string, number>()
  return units.map((unit, index) => {
    let fresh = 0
    for (const term of new Set(unit.terms)) {
      const at = firstAt.get(term)
      if (at === undefined) firstAt.set(term, index)
      else if (index - at <= 2) fresh++
    }
    return fresh
  })
}
