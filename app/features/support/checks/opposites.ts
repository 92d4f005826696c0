import { sameQuantity } from '../quantities/agree.ts'
import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import type { Evidence } from './check.ts'
import {
  areOpposite,
  denies,
  isConversePair,
  keptOtherwise,
  looseWording,
  nearWording,
  reasonAt,
  sidesOf,
} from './contrast.ts'
import { denialsOf } from './governed.ts'

/** How many characters from a word a number may begin or end to be beside it: in the claim, in the source. */
const besideWord = 4
const besideThere = 12
/** How many words apart an opposite may stand from where the claim's wording leads. */
const reach = 4
/** How many words apart two opposites may stand that take each other back. */
const besidePair = 2

/** A word of the claim that the source has the opposite of, beside the same words. */
export function findOpposite({ alignment, source, likeness }: Evidence): Reason | null {
  if (!likeness) return null
  const { claim, places } = alignment
  const ours = denialsOf(claim, source)
  for (const sentence of alignment.chosen) {
    const statement = source.sentences[sentence]
    if (!statement) continue
    const taken = new Set(
      [...places.values()]
        .filter((place) => place.sentence === sentence && place.strength > strengths.opposite)
        .map(({ token }) => token),
    )
    const theirs = denialsOf(statement, source)
    for (const [at, token] of claim.tokens.entries()) {
      const place = places.get(at)
      const known = place?.sentence === sentence && place.strength > strengths.opposite ? place : null
      // What another sentence says in the same words isn't turned round by this one.
      if (place && place.sentence !== sentence && place.strength === strengths.same) continue
      if (sidesOf(token).length === 0) continue
      const isThere = statement.tokens.some((other) => other.sense.keys[0] === token.sense.keys[0])
      if (isThere && known === null) continue
      const isLoose = likeness.sequence < looseWording
      if (isLoose && standsNear(token, sentence, source)) continue
      for (const [there, other] of statement.tokens.entries()) {
        if (taken.has(there) || !areOpposite(token, other)) continue
        if (claim.tokens.some((mine) => mine.sense.keys[0] === other.sense.keys[0])) continue
        const isFree = likeness.sequence < nearWording
        const isUnsure =
          isQuantifier(token) || isQuantifier(other) || areOfOtherNumbers(claim, token, statement, other)
        if (likeness.sequence < keptOtherwise && isConversePair(token, other)) continue
        if (isFree && isUnsure) continue
        if (!isPartnerClause(at, there, sentence, statement, alignment)) continue
        if (known && !isNearer(at, there, known.token, sentence, alignment)) continue
        if (!standsAlike(at, there, sentence, statement, alignment)) continue
        const isOurs = ours.some(({ governed, denial }) => governed.has(at) || denial === at - 1)
        const isTheirs = theirs.some(({ governed, denial }) => governed.has(there) || denial === there - 1)
        if (isOurs !== isTheirs) continue
        if (isMadeUpFor(claim, at, statement, there)) continue
        if (isLoose && deniesInClause(claim, at) !== deniesInClause(statement, there)) continue
        return reasonAt(token, other)
      }
    }
  }
  return null
}

/** "More than double" for "less than half": two opposites side by side take each other back. */
function isMadeUpFor(claim: Statement, at: number, statement: Statement, there: number): boolean {
  const [ours, theirs] = [besideIn(claim, at), besideIn(statement, there)]
  return ours.some((token) => theirs.some((other) => areOpposite(token, other)))
}

const besideIn = ({ tokens }: Statement, at: number) =>
  tokens.filter((_, place) => place !== at && Math.abs(place - at) <= besidePair)

/** "More than" of one number and "less than" of another don't contradict each other. */
function areOfOtherNumbers(claim: Statement, token: Token, statement: Statement, other: Token): boolean {
  const [ours, theirs] = [numberBeside(claim, token), numberBeside(statement, other)]
  return ours !== undefined && theirs !== undefined && !sameQuantity(ours, theirs)
}

/** The number that a word goes with: the next after it ("fell by 3 %"), or else the last before it ("3 % less"). */
function numberBeside({ quantities }: Statement, { start, end }: Token) {
  return (
    quantities.find((number) => number.start >= end && number.start - end <= besideWord) ??
    quantities.findLast((number) => number.end <= start && start - number.end <= 2)
  )
}

const isQuantifier = ({ sense }: Token) => sense.quantifier !== null

/** Whether the source says a word itself, in a sentence or one beside it. */
function standsNear({ sense }: Token, sentence: number, source: SourceIndex): boolean {
  return source
    .find(sense)
    .some(({ sentence: other, strength }) => strength === strengths.same && Math.abs(other - sentence) <= 2)
}

function deniesInClause({ tokens }: Statement, at: number): boolean {
  return tokens.some((token) => token.clause === tokens[at]?.clause && denies(token))
}

/** Whether an opposite stands nearer to where the claim's wording leads than the word that it was matched with. */
function isNearer(
  at: number,
  there: number,
  known: number,
  sentence: number,
  { places }: Evidence['alignment'],
): boolean {
  const [neighbour] = [...places]
    .filter(([mine, found]) => found.sentence === sentence && mine !== at)
    .sort((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at))
  if (!neighbour) return false
  const from = neighbour[1].token
  return Math.abs(there - from) < Math.abs(known - from)
}

/** Whether no other part of the sentence has more of what stands beside a word in its own part of the claim. */
function isPartnerClause(
  at: number,
  there: number,
  sentence: number,
  statement: Statement,
  { claim, places }: Evidence['alignment'],
): boolean {
  const counts = new Map<number, number>()
  for (const [mine, found] of places) {
    if (found.sentence !== sentence || mine === at || found.token === there) continue
    if (claim.tokens[mine]?.clause !== claim.tokens[at]?.clause) continue
    const clause = statement.tokens[found.token]?.clause ?? 0
    counts.set(clause, (counts.get(clause) ?? 0) + 1)
  }
  const partner = statement.tokens[there]?.clause ?? 0
  const most = Math.max(0, ...counts.values())
  const own = counts.get(partner) ?? 0
  return own === most || (own > 0 && !tellsOfNumbers(claim, at))
}

const tellsOfNumbers = (claim: Statement, at: number) =>
  claim.quantities.some(
    ({ start }) => claim.tokens.find((token) => token.end > start)?.clause === claim.tokens[at]?.clause,
  )

/** Whether the nearest words of the claim that are found stand near the same place in the source. */
function standsAlike(
  at: number,
  place: number,
  sentence: number,
  statement: Statement,
  { claim, places }: Evidence['alignment'],
): boolean {
  const near = [...places]
    .filter(([mine, found]) => found.sentence === sentence && Math.abs(mine - at) <= reach && mine !== at)
    .sort((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at))
    .slice(0, 2)
  return (
    near.some(([, found]) => Math.abs(found.token - place) <= reach) ||
    haveSameNumberBeside(claim, at, statement, place)
  )
}

/** "Rose by 8 %", "8 % less": the same number beside both. */
function haveSameNumberBeside(claim: Statement, at: number, statement: Statement, place: number): boolean {
  const [token, other] = [claim.tokens[at], statement.tokens[place]]
  if (!token || !other) return false
  const isBeside = (number: { start: number; end: number }, word: Token, by: number) =>
    number.start - word.end <= by && word.start - number.end <= by
  return claim.quantities.some(
    (quantity) =>
      isBeside(quantity, token, besideWord) &&
      statement.quantities.some(
        (theirs) => isBeside(theirs, other, besideThere) && sameQuantity(quantity, theirs),
      ),
  )
}
