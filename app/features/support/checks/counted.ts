import { sameValue } from '../quantities/agree.ts'
import { isTelling, type Quantity } from '../quantities/quantity.ts'
import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import { type Check, rangeOf } from './check.ts'
import { areAlike } from './contrast.ts'

/** From here on a claim is the source's sentence with changes, in which a number counts what it counts there. */
const nearWording = 0.6
/** What is paid or given for each of something is told in few other ways. */
const looseWording = 0.4

const of = /^(?:of|de|von|der|des)$/u
const per = /^(?:per|a|an|each|every|por|cada|al|je|pro|jede[nrs]?)$/u

/** A number that counts something else than in the source: 53 weeks for 53 nights, nine crowns for nine marks, a fee per bag for one per kilo. */
export const checkCounted: Check = ({ alignment: { claim }, source, likeness }) => {
  if (!likeness || likeness.sequence < looseWording) return []
  const { statement, sequence } = likeness
  return claim.quantities.filter(isTelling).flatMap((quantity): Reason[] => {
    const same = statement.quantities.filter((other) => sameValue(quantity, other))
    const [other] = same
    if (!other || same.length > 1) return []
    const pairs: (Token | undefined)[][] = [[eachOf(quantity, claim), eachOf(other, statement)]]
    if (sequence >= nearWording && !(isMeasured(quantity) && isMeasured(other)))
      pairs.push(firstUnlike(countedBy(quantity, claim), countedBy(other, statement)))
    for (const [ours, theirs] of pairs) {
      if (!ours || !theirs) continue
      if (standsThere(ours, statement, source) || standsThere(theirs, claim, source)) continue
      return [{ code: 'unit-differs', at: rangeOf(ours), found: theirs.text }]
    }
    return []
  })
}

/** Units and currencies that the language knows are compared as such. */
const isMeasured = ({ unit, currency }: Quantity) => unit !== null || currency !== null

/** What a number counts: the words of its unit, or the next two words with content. */
function countedBy(quantity: Quantity, { tokens, content }: Statement): Token[] {
  const { start, end } = quantity
  const within = tokens.filter(
    (token) => token.start >= start && token.end <= end && /\p{L}/u.test(token.text),
  )
  const unit = within.at(-1)
  if (unit && isMeasured(quantity) && tokens.some((token) => token.start >= start && token.end <= unit.start))
    return [unit]
  const first = tokens.findIndex((token) => token.start >= end)
  const at = of.test(tokens[first]?.lower ?? '') ? first + 1 : first
  if (!content.includes(at)) return []
  return [at, at + 1].flatMap((place) => {
    const token = tokens[place]
    return token && token.clause === tokens[first]?.clause && content.includes(place) ? [token] : []
  })
}

/** "Two more months", "two more years": what comes first of both that differs. */
function firstUnlike(ours: readonly Token[], theirs: readonly Token[]): (Token | undefined)[] {
  const at = ours.findIndex((token, place) => {
    const other = theirs[place]
    return !other || !areAlike(token, other)
  })
  return [ours[at], theirs[at]]
}

/** What a number is given for each of: "a kilo", "por kilo". */
function eachOf({ end }: Quantity, { tokens, content }: Statement): Token | undefined {
  const first = tokens.findIndex(({ start }) => start >= end)
  for (const at of [first, first + 1]) {
    const noun = tokens[at + 1]
    if (per.test(tokens[at]?.lower ?? '') && noun && content.includes(at + 1)) return noun
  }
  return undefined
}

const standsThere = (token: Token, statement: Statement, source: SourceIndex) =>
  statement.tokens.some((other) => areAlike(token, other) || isLike(token, other, statement, source))

const isLike = (token: Token, other: Token, { tokens }: Statement, source: SourceIndex) =>
  source
    .find(token.sense)
    .some(
      ({ sentence, token: place, strength }) =>
        strength > strengths.opposite &&
        source.sentences[sentence]?.tokens === tokens &&
        tokens[place] === other,
    )
