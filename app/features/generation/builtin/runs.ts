import { countedLength } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { fitText } from '#app/features/counting/numbering.ts'
import { wordCount } from '#app/features/segmentation/words.ts'
import { type Weighing, worth } from './run-worth.ts'
import { labelOf, withoutAsides } from './tidy.ts'
import type { Unit } from './unit.ts'

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

export type RunSettings = Weighing & {
  lengths: readonly UnitLength[]
  network: Network
  language: string
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
  let items = opener.kind === 'item' ? 1 : 0
  for (let last = first; last < Math.min(units.length, first + mostUnits); last++) {
    const unit = units[last]
    const previous = units[last - 1]
    if (!unit) break
    if (last > first) {
      // A list is entered through its lead-in or at the front of an item, never from the middle of one.
      if (!unit.follows || !previous || (unit.kind === 'item' && opener.inItem && !opener.opensBlock)) break
      length += separator(previous, unit, language).length + (lengths[last]?.text ?? 0)
      if (unit.kind === 'item') length += items === 1 && opener.kind === 'item' ? 2 * bullet : bullet
      if (unit.kind === 'item') items++
      if (length > room) break
    }
    if (!mayEndAt(units, first, last)) continue
    found.push({
      first,
      last,
      length,
      value: worth(first, last, length, settings),
      continues: opener.leans || entersMidList(first, items, units),
    })
  }
  return found
}

/** A text with more items than this, and more of them than prose, is an outline. */
const longOutline = 8
/** A single item of this length may stand for itself. */
const wordsOfItsOwn = 18

/** Steps from the middle of a list go on from those before; entries of a glossary and of an outline don't. */
function entersMidList(first: number, items: number, units: readonly Unit[]): boolean {
  const opener = units[first]
  const previous = units[first - 1]
  if (!opener?.inItem || !opener.follows || !previous?.inItem || labelOf(opener.text) !== null) return false
  if (items === 1 && wordCount(opener.text) >= wordsOfItsOwn) return false
  return units.filter(({ inItem }) => inItem).length <= Math.max(longOutline, units.length / 2)
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
  const items = units.slice(first, last + 1).filter(({ kind }) => kind === 'item').length
  const marked = opener.kind !== 'item' || items > 1
  let text = marked && opener.kind === 'item' ? `• ${opener.opening}` : opener.opening
  for (let index = first + 1; index <= last; index++) {
    const unit = units[index]
    const previous = units[index - 1]
    if (!unit || !previous) break
    text += separator(previous, unit, language) + (unit.kind === 'item' ? '• ' : '') + unit.text
  }
  return text
}

function separator(previous: Unit, unit: Unit, language: string): string {
  if (previous.block !== unit.block) return unit.kind === 'item' ? '\n' : '\n\n'
  return unspaced.test(language) ? '' : ' '
}
