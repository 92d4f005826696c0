import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import type { Evidence } from './check.ts'
import { areAlike, areOpposite, denies, mayDeny, nearWording, reasonAt, singleDenial } from './contrast.ts'
import { denialsOf } from './governed.ts'
import { partsOf } from './parts.ts'

/** So much of a part of a sentence, by weight, has to be in the other one before what it denies is compared. */
const sameThing = 0.6
/** Denies the noun after it, not what is done. */
const without = /^(?:without|ohne|sin)$/u
const leastSaid = 2
/** A part of a sentence has at least so many words of content, if there are any before it. */
const leastOfPart = 2

/**
 * A denial that only one of the two has, part of a sentence by part: what the source denies the claim says with the same words,
 * or the other way round. What stands in other parts, denied or not, is left alone.
 */
export function findDeniedPart(evidence: Evidence): Reason | null {
  for (const sentence of evidence.alignment.chosen) {
    const reason = findDropped(evidence, sentence) ?? findAdded(evidence, sentence)
    if (reason) return reason
  }
  return null
}

function findDropped({ alignment, source, likeness }: Evidence, sentence: number): Reason | null {
  const { claim } = alignment
  const statement = source.sentences[sentence]
  if (!statement) return null
  const mine = minesByTheirs(alignment.places, sentence)
  for (const { denial, governed } of denialsOf(statement, source)) {
    const part = partOf(statement, denial)
    const said = part.filter((at) => mine.has(at))
    const least = (likeness?.sequence ?? 0) >= nearWording ? 1 : 2
    if (said.length < least || shareOf(said, part, statement, source) < sameThing) continue
    const word = [...governed].find((at) => mine.has(at))
    if (word === undefined) continue
    const place = mine.get(word) ?? 0
    const around = besideAll(
      claim,
      said.map((at) => statement.tokens[at]),
    )
    const clause = statement.tokens[denial]?.clause
    // "No update without a check": two denials make none, but for languages that deny all they can.
    if (
      singleDenial.has(source.language.tag) &&
      statement.tokens.filter((token) => token.clause === clause && denies(token)).length > 1
    )
      continue
    const free = around.filter((token) => !isFound(claim.tokens.indexOf(token), alignment.places))
    // A word that both have may deny something itself: "never missed".
    if (
      around.some((token) => denies(token) && !without.test(token.lower)) ||
      free.some(mayDeny) ||
      isTurned(free, statement, denial)
    )
      continue
    return reasonAt(claim.tokens[place], statement.tokens[denial])
  }
  return null
}

function findAdded({ alignment, source }: Evidence, sentence: number): Reason | null {
  const { claim, places } = alignment
  const statement = source.sentences[sentence]
  if (!statement) return null
  const denials = denialsOf(claim, source)
  for (const { denial, governed } of denials) {
    const part = partOf(claim, denial)
    const predicate = part.filter((at) => at > denial)
    const isSaid = [part, predicate].some((some) => {
      const said = some.filter((at) => isSure(places.get(at), sentence))
      return said.length >= leastSaid && shareOf(said, some, claim, source) >= sameThing
    })
    if (!isSaid) continue
    const word = [...governed].find((at) => {
      const place = places.get(at)
      return place?.sentence === sentence && place.strength === strengths.same
    })
    const there = word === undefined ? undefined : places.get(word)
    if (!there) continue
    const around = besideAll(statement, [statement.tokens[there.token]])
    if (around.some(mayDeny) || isTurned(around, claim, denial)) continue
    // "No conservó ningún": where a language denies all it can the second denial is the first one's.
    const isDoubled = (token: Token) => denies(token) && !singleDenial.has(source.language.tag)
    if (
      claim.tokens.some(
        (token, at) =>
          at !== denial &&
          token.clause === claim.tokens[denial]?.clause &&
          mayDeny(token) &&
          !isDoubled(token),
      )
    )
      continue
    return reasonAt(claim.tokens[denial], statement.tokens[there.token])
  }
  return null
}

const isSure = (place: { sentence: number; strength: number } | undefined, sentence: number) =>
  place !== undefined && place.sentence === sentence && place.strength >= strengths.synonym

/** What stands in a part with one of some words, wherever they stand: a word may be said twice and denied once. */
function besideAll({ tokens }: Statement, words: readonly (Token | undefined)[]): Token[] {
  const parts = partsOf(tokens)
  const own = new Set(
    tokens.flatMap((token, at) => (words.some((word) => word && areAlike(token, word)) ? [parts[at]] : [])),
  )
  return tokens.filter((_, at) => own.has(parts[at]))
}

const isFound = (at: number, places: Evidence['alignment']['places']) =>
  (places.get(at)?.strength ?? 0) >= strengths.synonym

/** The claim's words by the places of those that they stand for. */
function minesByTheirs(places: Evidence['alignment']['places'], sentence: number): Map<number, number> {
  return new Map(
    [...places].flatMap(([at, place]) => (isSure(place, sentence) ? [[place.token, at] as const] : [])),
  )
}

/** Whether a word beside makes up for the denial by its being the opposite. */
function isTurned(around: readonly Token[], { tokens }: Statement, denial: number): boolean {
  const clause = tokens[denial]?.clause
  return around.some((token) =>
    tokens.some((other) => other.clause === clause && !areAlike(token, other) && areOpposite(token, other)),
  )
}

/** What stands with a word between the same commas and words such as "and": places of the words with content. */
function partOf({ tokens, content }: Statement, at: number): number[] {
  const parts = partsOf(tokens)
  const part = content.filter((place) => parts[place] === parts[at] && place !== at)
  const from = parts.indexOf(parts[at] ?? 0)
  // "The fare, now 620 pesos, won't rise": a part that has but its verb goes with what stands before.
  const before = part.length < leastOfPart ? content.findLast((place) => place < from) : undefined
  return before === undefined ? part : [before, ...part]
}

function shareOf(
  some: readonly number[],
  all: readonly number[],
  { tokens }: Statement,
  source: SourceIndex,
) {
  const weigh = (places: readonly number[]) =>
    places.reduce((sum, at) => {
      const token = tokens[at]
      return sum + (token ? source.weight(token.sense) : 0)
    }, 0)
  const whole = weigh(all)
  return whole === 0 ? 0 : weigh(some) / whole
}
