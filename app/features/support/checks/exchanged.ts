import type { Alignment, Place } from '../align.ts'
import { sameQuantity } from '../quantities/agree.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Reason } from '../verdict.ts'
import { type Check, isName } from './check.ts'

/**
 * Facts told of another: the source gives "X by 5 %, Y by 8 %", the tweet says 8 % of X. Seen where a number of the claim
 * stands beside one word in the claim and, in the sentence that holds it, beside another of the same sort, while that
 * word there has a number of its own.
 */
export const checkExchanged: Check = (alignment, source) => {
  const { claim } = alignment
  return claim.quantities.flatMap((quantity): Reason[] => {
    const owner = ownerOf(claim, quantity.start, alignment.places)
    if (owner === null) return []
    const place = alignment.places.get(owner)
    const statement = place && source.sentences[place.sentence]
    if (!place || !statement) return []
    const theirs = statement.quantities.find((other) => sameQuantity(quantity, other))
    const rival = statement.quantities.find(
      (other) => other !== theirs && other.unit === theirs?.unit && other.currency === theirs?.currency,
    )
    if (!theirs || !rival) return []
    const word = statement.tokens[place.token]
    if (!word) return []
    const isClosest = distance(statement, word, theirs) <= distance(statement, word, rival)
    if (isClosest) return []
    return [
      {
        code: 'facts-exchanged',
        at: { start: quantity.start, end: quantity.end },
        found: source.text.slice(rival.start, rival.end),
      },
    ]
  })
}

/** How many words, and clauses, lie between a word and a number. */
function distance(
  { tokens }: Statement,
  word: { start: number; clause: number },
  number: { start: number },
): number {
  const from = tokens.findIndex(({ start }) => start === word.start)
  const to = tokens.findIndex(({ end }) => end > number.start)
  const other = tokens[to]
  return Math.abs(from - to) + (other ? Math.abs(other.clause - word.clause) * 4 : 0)
}

/** The name nearest to a number in its clause, else the word. */
function ownerOf(claim: Statement, at: number, places: ReadonlyMap<number, Place>): number | null {
  const index = claim.tokens.findIndex(({ end }) => end > at)
  const clause = claim.tokens[index]?.clause
  const near = claim.content
    .filter((word) => claim.tokens[word]?.clause === clause && places.has(word))
    .sort((a, b) => Math.abs(a - index) - Math.abs(b - index))
  const name = near.find((word) => {
    const token = claim.tokens[word]
    return token !== undefined && isName(token)
  })
  return name ?? null
}

/** A name in the place of another: the sentence that says the rest names somebody else there. */
export const checkOtherName: Check = (alignment: Alignment, source: SourceIndex) => {
  const { claim, places, chosen } = alignment
  const [first] = chosen
  const statement = first === undefined ? undefined : source.sentences[first]
  if (first === undefined || !statement) return []
  const ours = claim.content.filter((at) => {
    const token = claim.tokens[at]
    return token !== undefined && (isName(token) || source.isName(token.sense.stem))
  })
  const isHere = new Set(
    ours.flatMap((at) => (places.get(at)?.sentence === first ? [places.get(at)?.token] : [])),
  )
  const rest = claim.content.filter((at) => !ours.includes(at) && places.get(at)?.sentence === first)
  if (rest.length < 2) return []
  const rivals = statement.content.filter((at) => {
    const token = statement.tokens[at]
    return token !== undefined && isName(token) && !isHere.has(at)
  })
  return ours.flatMap((at): Reason[] => {
    const place = places.get(at)
    const token = claim.tokens[at]
    if (!token || !place || place.sentence === first || rivals.length === 0) return []
    // Other words of the claim may have brought that sentence in.
    const helps = claim.content.some(
      (word) => word !== at && !ours.includes(word) && places.get(word)?.sentence === place.sentence,
    )
    if (helps) return []
    const rival = statement.tokens[rivals[0] ?? 0]
    return [
      { code: 'name-of-another', at: { start: token.start, end: token.end }, found: rival?.text ?? null },
    ]
  })
}
