import { sameQuantity } from '../quantities/agree.ts'
import { agree, type CalendarDate } from '../quantities/calendar-date.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import { type Check, rangeOf } from './check.ts'
import { areOfStrictKind, isNameLike } from './same-kind.ts'

/** So much of a claim has to stand in one sentence in the same order before a word in another's place is held against it. */
const enoughForWords = 0.84
const enoughInJapanese = 0.82
/** The same for numbers and names, which have no synonyms. */
const enoughForFacts = 0.45
/** In a freer retelling what stands around a word leads to no place of the source's. */
const enoughWording = 0.5

type Item = {
  at: { start: number; end: number }
  token: Token | null
  quantity: Quantity | null
  date: CalendarDate | null
}

/** Something in the place of something else: all around it is the source's, and there the source has another word or number. */
export const checkSubstituted: Check = ({ alignment, source, likeness }) => {
  if (!likeness || likeness.sequence < enoughWording) return []
  const ours = itemsOf(alignment.claim)
  const theirs = itemsOf(likeness.statement)
  const { pairs, share } = inOrder(ours, theirs)
  if (share < enoughForFacts) return []
  const reasons: Reason[] = []
  let [from, fromThere] = [0, 0]
  for (const [at, there] of [...pairs, [ours.length, theirs.length] as const]) {
    const gap = ours.slice(from, at)
    const gapThere = theirs.slice(fromThere, there)
    const isEnclosed = from > 0 && at < ours.length
    const reason = reasonFor(gap, gapThere, {
      share,
      isEnclosed,
      source,
      claim: alignment.claim,
      statement: likeness.statement,
    })
    if (reason) reasons.push(reason)
    from = at + 1
    fromThere = there + 1
  }
  return reasons.slice(0, 1)
}

function itemsOf({ tokens, content, quantities, dates }: Statement): Item[] {
  const words = content.flatMap((at): Item[] => {
    const token = tokens[at]
    return token ? [{ at: rangeOf(token), token, quantity: null, date: null }] : []
  })
  const numbers = quantities
    .filter(({ isOfShare }) => !isOfShare)
    .map((quantity): Item => ({ at: rangeOf(quantity), token: null, quantity, date: null }))
  const days = dates.map((date): Item => ({ at: rangeOf(date), token: null, quantity: null, date }))
  return [...words, ...numbers, ...days].sort((a, b) => a.at.start - b.at.start)
}

function areSame(a: Item, b: Item): boolean {
  if (a.token && b.token) {
    const keys = b.token.sense.keys
    return a.token.sense.keys.some((key) => keys.includes(key)) || a.token.lower === b.token.lower
  }
  if (a.quantity && b.quantity) return sameQuantity(a.quantity, b.quantity)
  if (a.date && b.date) return agree(a.date, b.date)
  return false
}

/** The longest run of items that both have in the same order, and its share of the claim's. */
function inOrder(ours: readonly Item[], theirs: readonly Item[]) {
  const table = ours.map(() => new Array<number>(theirs.length).fill(0))
  const get = (x: number, y: number) => table[x]?.[y] ?? 0
  for (let x = ours.length - 1; x >= 0; x -= 1)
    for (let y = theirs.length - 1; y >= 0; y -= 1) {
      const [a, b, row] = [ours[x], theirs[y], table[x]]
      if (!a || !b || !row) continue
      row[y] = areSame(a, b) ? get(x + 1, y + 1) + 1 : Math.max(get(x + 1, y), get(x, y + 1))
    }
  const pairs: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  while (x < ours.length && y < theirs.length) {
    const [a, b] = [ours[x], theirs[y]]
    if (a && b && areSame(a, b) && get(x, y) === get(x + 1, y + 1) + 1) {
      pairs.push([x, y])
      x += 1
      y += 1
    } else if (get(x + 1, y) >= get(x, y + 1)) x += 1
    else y += 1
  }
  return { pairs, share: ours.length === 0 ? 0 : pairs.length / ours.length }
}

type Surroundings = {
  share: number
  isEnclosed: boolean
  source: SourceIndex
  claim: Statement
  statement: Statement
}

function reasonFor(
  gap: readonly Item[],
  there: readonly Item[],
  { share, isEnclosed, source, claim, statement }: Surroundings,
): Reason | null {
  const [ours] = gap
  if (!ours || gap.length > 2 || there.length === 0 || there.length > 2) return null
  const number = there.find(({ quantity }) => quantity && !quantity.isWord)
  const isAlike =
    ours.quantity?.unit === number?.quantity?.unit && ours.quantity?.currency === number?.quantity?.currency
  if (ours.quantity && number?.quantity && isAlike && isEnclosedOrStrong(isEnclosed, share))
    return reason('facts-exchanged', ours, number, source)
  if (ours.date && there.some(({ date }) => date)) return reason('date-not-found', ours, there[0], source)
  const token = gap.find((item) => item.token)?.token
  const rival = there.find((item) => item.token)
  if (!token || !rival?.token || gap.length > 1 + Number(isNameLike(token, source))) return null
  if (isNameLike(token, source) && isNameLike(rival.token, source) && isEnclosedOrStrong(isEnclosed, share))
    return reason('name-of-another', ours, rival, source)
  if (
    share < (source.language.tag === 'ja' ? enoughInJapanese : enoughForWords) ||
    !isEnclosed ||
    there.length > 1 ||
    gap.length > 1 ||
    !areOfStrictKind({ token, statement: claim }, { token: rival.token, statement }, source)
  )
    return null
  return reason('other-word', ours, rival, source)
}

const isEnclosedOrStrong = (isEnclosed: boolean, share: number) => isEnclosed || share >= enoughForWords

function reason(code: Reason['code'], ours: Item, theirs: Item | undefined, { text }: SourceIndex): Reason {
  return { code, at: ours.at, found: theirs ? text.slice(theirs.at.start, theirs.at.end) : null }
}
