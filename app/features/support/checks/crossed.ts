import { sameQuantity } from '../quantities/agree.ts'
import { agree } from '../quantities/calendar-date.ts'
import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Reason } from '../verdict.ts'
import { namesSomebody } from './check.ts'
import { segmentsOf } from './segments.ts'

/** Where a word or a number of a tweet stands in the source: sentence, and part of it. */
type Place = { sentence: number; part: number }
type Item = { start: number; end: number; kind: 'name' | 'number' | 'word'; places: Place[] }

/** Items of a part of a claim that are looked at: a longer one is no single statement. */
const mostItems = 8

/**
 * Two that have changed places over two parts of a tweet: "A has what B has, and B what A has". In the source each stands
 * nearer to what the tweet tells of the other.
 */
export function checkCrossed(
  claims: readonly { claim: Statement; chosen: readonly number[] }[],
  source: SourceIndex,
): Reason[] {
  const chosen = new Set(claims.flatMap((each) => each.chosen))
  const partsIn = memoised((sentence: number) => {
    const statement = source.sentences[sentence]
    return statement ? segmentsOf(statement) : []
  })
  const pairs = claims.flatMap(({ claim }) => itemsByPart(claim, { source, chosen, partsIn }).map(pairsOf))
  let [crossed, straight] = [0, 0]
  let at: { start: number; end: number } | null = null
  for (const [index, one] of pairs.entries())
    for (const other of pairs.slice(index + 1))
      for (const [a, b] of one)
        for (const [c, d] of other) {
          if (!areOfAKind(a, c) || !areOfAKind(b, d)) continue
          const turn = turnOf(a, b, c, d)
          if (turn < 0) straight += 1
          if (turn <= 0) continue
          crossed += 1
          at ??= { start: Math.min(a.start, b.start), end: Math.max(c.end, d.end) }
        }
  return at && crossed > straight * 2 ? [{ code: 'facts-exchanged', at, found: null }] : []
}

/** A name may not be known for one. */
const areOfAKind = (one: Item, other: Item) => (one.kind === 'number') === (other.kind === 'number')

/** Each with each other of a part, both ways round. */
const pairsOf = (items: readonly Item[]): [Item, Item][] =>
  items.flatMap((a) => items.flatMap((b): [Item, Item][] => (a === b ? [] : [[a, b]])))

/** Whether the source joins a with d and c with b (1), a with b and c with d (-1), or neither (0). */
function turnOf(a: Item, b: Item, c: Item, d: Item): number {
  const [ab, ad, cb, cd] = [apart(a, b), apart(a, d), apart(c, b), apart(c, d)]
  if (isNearer(ad, ab) && isNearer(cb, cd)) return 1
  return isNearer(ab, ad) && isNearer(cd, cb) ? -1 : 0
}

/** Whether two stand in one part of a sentence and two others don't, or in one sentence and the others never. */
const isNearer = (one: number, other: number) =>
  one < other && (one === 0 || other === Number.POSITIVE_INFINITY)

/** How many parts of a sentence lie between two where they come nearest; infinite where no sentence has both. */
function apart(one: Item, other: Item): number {
  let least = Number.POSITIVE_INFINITY
  for (const a of one.places)
    for (const b of other.places)
      if (a.sentence === b.sentence) least = Math.min(least, Math.abs(a.part - b.part))
  return least
}

type Context = {
  source: SourceIndex
  chosen: ReadonlySet<number>
  partsIn: (sentence: number) => readonly number[]
}

function itemsByPart(claim: Statement, { source, chosen, partsIn }: Context): Item[][] {
  const parts = segmentsOf(claim)
  const made = new Map<number, Item[]>()
  const note = (part: number, item: Item) => {
    if (item.places.length === 0) return
    const known = made.get(part) ?? []
    if (known.length < mostItems) known.push(item)
    made.set(part, known)
  }
  for (const at of claim.content) {
    const token = claim.tokens[at]
    if (!token) continue
    const places = source
      .find(token.sense)
      .filter(({ sentence, strength }) => chosen.has(sentence) && strength >= strengths.synonym)
      .map(({ sentence, token: place }) => ({ sentence, part: partsIn(sentence)[place] ?? 0 }))
    const kind = namesSomebody(token, source) ? 'name' : 'word'
    note(parts[at] ?? 0, { start: token.start, end: token.end, kind, places })
  }
  const partAt = (tokens: Statement['tokens'], numbers: readonly number[], start: number) =>
    numbers[tokens.findIndex(({ end }) => end > start)] ?? 0
  let told = 0
  for (const number of [...claim.quantities, ...claim.dates].sort((x, y) => x.start - y.start)) {
    // "2 hours 11 minutes" stands there once, whatever it is made of.
    if (number.start < told) continue
    told = number.end
    const places = [...chosen].flatMap((sentence) => {
      const { quantities = [], dates = [], tokens = [] } = source.sentences[sentence] ?? {}
      const found =
        'values' in number
          ? quantities.filter((each) => sameQuantity(number, each))
          : dates.filter((each) => agree(number, each))
      return found.map(({ start }) => ({ sentence, part: partAt([...tokens], partsIn(sentence), start) }))
    })
    note(partAt(claim.tokens, parts, number.start), {
      start: number.start,
      end: number.end,
      kind: 'number',
      places,
    })
  }
  return [...made.values()]
}

function memoised<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    known.set(key, made)
    return made
  }
}
