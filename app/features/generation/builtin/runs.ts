import { countedLength } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { fitText } from '#app/features/counting/numbering.ts'
import { wordCount } from '#app/features/segmentation/words.ts'
import type { Score } from './sentence-scoring.ts'
import { withoutAsides } from './tidy.ts'
import type { Unit } from './units.ts'

/** A tweet that could be: the units `first` to `last`, whole and in their order. */
export type Run = {
  first: number
  last: number
  /** As the network counts. */
  length: number
  value: number
  /** It begins with a unit that leans on the one before, so that it can only follow the tweet that ends there. */
  continues: boolean
  /** What stands for a single unit that is too long as it is. */
  shortened?: string
}

export type RunSettings = {
  units: readonly Unit[]
  scores: readonly Score[]
  lengths: readonly UnitLength[]
  network: Network
  language: string
  /** The most a tweet may count, its number and whatever is set under it already taken off. */
  room: number
  /** A unit worth less than this is better left out than used to fill a tweet. */
  filler: number
}

/** What a unit counts as the opener of a tweet, and further down. */
export type UnitLength = { opening: number; text: number }

export function unitLengths(units: readonly Unit[], network: Network): UnitLength[] {
  return units.map(({ opening, text }) => ({
    opening: countedLength(opening, network),
    text: countedLength(text, network),
  }))
}

const mostUnits = 12
const unspaced = /^(?:ja|zh)\b/u

/** Every tweet that whole, neighbouring units can make within the room. */
export function possibleRuns(settings: RunSettings): Run[] {
  const bullet = countedLength('• ', settings.network)
  return settings.units.flatMap((_, first) => runsFrom(first, settings, bullet))
}

/** White space parts the units, so what they count adds up; nothing has to be put together to be measured. */
function runsFrom(first: number, settings: RunSettings, bullet: number): Run[] {
  const { units, lengths, room, language } = settings
  const opener = units[first]
  let length = lengths[first]?.opening ?? 0
  if (!opener) return []
  if (length > room) return opener.leadsOn ? [] : shortened(first, settings)
  const found: Run[] = []
  const listed = opener.kind !== 'item'
  for (let last = first; last < Math.min(units.length, first + mostUnits); last++) {
    const unit = units[last]
    const previous = units[last - 1]
    if (!unit) break
    if (last > first) {
      // A list is entered through its lead-in or at the front of an item, never from the middle of one.
      if (!unit.follows || !previous || (unit.kind === 'item' && opener.inItem && !opener.opensBlock)) break
      length += separator(previous, unit, listed, language).length + (lengths[last]?.text ?? 0)
      if (listed && unit.kind === 'item') length += bullet
      if (length > room) break
    }
    if (!mayEndAt(units, first, last)) continue
    found.push({ first, last, length, value: worth(first, last, length, settings), continues: opener.leans })
  }
  return found
}

function mayEndAt(units: readonly Unit[], first: number, last: number): boolean {
  const unit = units[last]
  if (!unit || unit.leadsOn) return false
  const run = units.slice(first, last + 1)
  if (run.some(({ quoteOnly }) => quoteOnly) && !run.some(({ attributed }) => attributed)) return false
  return !breaksList(units, first, last)
}

const counted =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco)\b/iu

/** A list broken off after its first item, or one whose lead-in says how many there are. */
function breaksList(units: readonly Unit[], first: number, last: number): boolean {
  if (units[last]?.inItem !== true || !listGoesOn(units, last)) return false
  const run = units.slice(first, last + 1)
  const lead = run.findLastIndex(({ inItem }) => !inItem)
  if (lead < 0) return false
  const items = run.slice(lead + 1).filter(({ kind }) => kind === 'item').length
  return items < 2 || counted.test(run[lead]?.text ?? '')
}

function listGoesOn(units: readonly Unit[], last: number): boolean {
  for (let index = last + 1; index < units.length; index++) {
    const unit = units[index]
    if (!unit?.inItem || !unit.follows) return false
    if (unit.kind === 'item') return true
  }
  return false
}

/** A sentence too long for a tweet: without its asides, or, worth little, its front. */
function shortened(first: number, settings: RunSettings): Run[] {
  const { units, room, network } = settings
  const unit = units[first]
  if (!unit) return []
  // No network counts a character as less than a quarter, so what stands past this can't matter.
  const bare = withoutAsides(unit.opening.slice(0, room * 4 + 400))
  const whole = unit.opening.length <= room * 4 && countedLength(bare, network) <= room
  const text = whole ? bare : (clauses(bare, room, network) ?? fitText(bare, network, room))
  const length = countedLength(text, network)
  if (text === '' || length > room) return []
  const cut = whole ? 0.03 : text.endsWith('…') ? 0.6 : 0.12
  const value = worth(first, first, length, settings) - cut
  return [{ first, last: first, length, value, continues: unit.leans, shortened: text }]
}

/** The front of a sentence up to a semicolon, where that alone fills a good part of a tweet. */
function clauses(sentence: string, room: number, network: Network): string | null {
  let best: string | null = null
  for (const match of sentence.matchAll(/;\s+(?=\p{L})/gu)) {
    const front = `${sentence.slice(0, match.index)}.`
    if (countedLength(front, network) > room) break
    if (wordCount(front) >= 10) best = front
  }
  return best
}

/** A run as its tweet shows it: sentences of a paragraph in a row, paragraphs and list items on lines of their own. */
export function runText({ first, last, shortened }: Run, units: readonly Unit[], language: string): string {
  const opener = units[first]
  if (shortened !== undefined || !opener) return shortened ?? ''
  const listed = opener.kind !== 'item'
  let text = opener.opening
  for (let index = first + 1; index <= last; index++) {
    const unit = units[index]
    const previous = units[index - 1]
    if (!unit || !previous) break
    const bullet = listed && unit.kind === 'item' ? '• ' : ''
    text += separator(previous, unit, listed, language) + bullet + unit.text
  }
  return text
}

function separator(previous: Unit, unit: Unit, listed: boolean, language: string): string {
  if (previous.block !== unit.block) return listed && unit.kind === 'item' ? '\n' : '\n\n'
  return unspaced.test(language) ? '' : ' '
}

function worth(
  first: number,
  last: number,
  length: number,
  { units, scores, room, filler }: RunSettings,
): number {
  let value = 0
  let items = 0
  for (let index = first; index <= last; index++) {
    const unit = units[index]
    if (!unit) continue
    value += (scores[index]?.value ?? 0) - (index > first ? filler : 0)
    if (index > first && unit.opensBlock && unit.kind === 'sentence') value -= 0.12
    if (unit.kind === 'item') items++
  }
  const opener = units[first]
  const next = units[last + 1]
  if (opener) value -= opener.vague * 0.45 + (opener.leans ? 0.25 : 0)
  // A list broken off, or an item away from its lead-in.
  if (items > 0 && next?.kind === 'item' && next.follows) value -= 0.12
  if (opener?.kind === 'heading') value += 0.25
  if (opener?.kind === 'item') value -= units[first - 1]?.inItem && opener.follows ? 0.12 : 0.06
  if (/[?？؟]$/u.test(units[last]?.text ?? '')) value -= 0.15
  const fullness = length / Math.min(room, 280)
  if (fullness < 0.6) value -= (0.6 - fullness) * 0.8
  return value
}
