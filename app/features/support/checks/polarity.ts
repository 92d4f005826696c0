import { sameQuantity } from '../quantities/agree.ts'
import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import { type Check, type Evidence, rangeOf } from './check.ts'

/** How near to the source's wording a claim has to be before a denial more or less is held against it by itself. */
const nearWording = 0.62
const allFound = 0.9
/** Below it a claim is a free retelling. */
const looseWording = 0.5
/** So much of a retelling has to stand in one sentence before a denial there counts that it leaves out. */
const enoughRetold = 0.6

/**
 * A denial dropped or added, or a word turned into its opposite ("more" for "less"). What a denial governs is compared
 * word by word; "not accepted" for "rejected" keeps the meaning.
 */
export const checkPolarity: Check = (evidence) => {
  const opposite = findOpposite(evidence)
  if (opposite) return [opposite]
  const denial = findDenial(evidence) ?? findLoneDenial(evidence)
  return denial ? [denial] : []
}

function denies({ sense, lower }: Token): boolean {
  if (sense.roles.has('not-denying')) return false
  return sense.roles.has('negator') || /n't$/u.test(lower)
}

/** Whether some sentence of the source denies something and has the word. */
function isDeniedElsewhere(token: Token | undefined, source: SourceIndex): boolean {
  if (!token) return false
  return source
    .find(token.sense)
    .some(
      ({ sentence, strength }) =>
        strength >= strengths.synonym && source.sentences[sentence]?.tokens.some(denies),
    )
}

type Governed = { denial: number; governed: Set<number> }

/** The denials of a sentence with the words that each governs: the next with content; in Japanese the one before. */
function denialsOf({ tokens, content }: Statement, { language }: SourceIndex): Governed[] {
  const isContent = new Set(content)
  const found: Governed[] = []
  const isNoun = (place: number) => {
    const { capital } = tokens[place] ?? {}
    return capital === 'inside' || capital === 'mixed'
  }
  for (const [at, token] of tokens.entries()) {
    // "Water, not wine": what is set against another is denied by itself.
    if (!denies(token) || (/,/u.test(token.gap) && at > 0 && /^(?:not|nicht|no)$/u.test(token.lower)))
      continue
    const governed = new Set<number>()
    const mayGovern = (place: number) =>
      tokens[place]?.clause === token.clause && (!isNoun(place) || /^kein/u.test(token.lower))
    const next = content.find((place) => place > at && mayGovern(place))
    const before = content.findLast((place) => place < at && mayGovern(place))
    if (language.tag === 'ja') {
      if (before !== undefined) governed.add(before)
    } else {
      if (next !== undefined && next - at <= 5) governed.add(next)
      if (language.tag === 'de' && before !== undefined && at - before <= 3) governed.add(before)
      if (governed.size === 0 && before !== undefined) governed.add(before)
    }
    if (isContent.has(at)) governed.add(at)
    found.push({ denial: at, governed })
  }
  return found
}

function findDenial(evidence: Evidence): Reason | null {
  const { alignment, source, likeness } = evidence
  if (!likeness) return null
  const { claim, places } = alignment
  const { statement, sentence } = likeness
  const ours = denialsOf(claim, source)
  const theirs = denialsOf(statement, source)
  if (likeness.sequence < looseWording && isDeniedAround(evidence, ours.length > 0)) return null
  const isDenied = (list: readonly Governed[], at: number) => list.some(({ governed }) => governed.has(at))
  const deniedClause = (tokens: readonly Token[], list: readonly Governed[], at: number) =>
    list.some(({ denial }) => tokens[denial]?.clause === tokens[at]?.clause)

  const isStrict = likeness.sequence >= nearWording
  // A synonym may have another shade, which matters less where all the rest is there.
  const least = alignment.coverage >= allFound ? strengths.synonym : strengths.same
  const denying = ({ tokens }: Statement) => tokens.filter(({ sense }) => sense.roles.has('denying'))
  // "Refused" in one of the two may be what "not" is in the other.
  const makesUp = (one: Statement, other: Statement) =>
    denying(one).some((token) => !other.tokens.some((their) => areAlike(token, their)))

  for (const { denial, governed } of ours) {
    for (const at of governed) {
      const place = places.get(at)
      if (!place || place.strength < least) continue
      const there = source.sentences[place.sentence]
      if (!there) continue
      const list = place.sentence === sentence ? theirs : denialsOf(there, source)
      if (isDenied(list, place.token) || (list.length > 0 && !isStrict)) continue
      if (deniedClause(there.tokens, list, place.token) || makesUp(there, claim)) continue
      if (!isStrict && isDeniedElsewhere(claim.tokens[at], source)) continue
      if (hasOpposite(claim, at, there, place.token)) continue
      return reasonAt(claim.tokens[denial], there.tokens[place.token])
    }
  }
  for (const { denial, governed } of theirs) {
    for (const at of governed) {
      const word = [...places].find(
        ([, place]) => place.sentence === sentence && place.token === at && place.strength >= least,
      )
      if (!word) continue
      const [mine] = word
      if (isDenied(ours, mine) || (ours.length > 0 && !isStrict)) continue
      if (deniedClause(claim.tokens, ours, mine) || makesUp(claim, statement)) continue
      if (hasOpposite(claim, mine, statement, at)) continue
      return reasonAt(claim.tokens[mine], statement.tokens[denial])
    }
  }
  const isOdd = (ours.length + theirs.length) % 2 === 1
  if (!isStrict || !isOdd || !isNearAlike(claim, statement)) return null
  const [mine, other] = [ours[0]?.denial ?? 0, theirs[0]?.denial ?? -1]
  return reasonAt(claim.tokens[mine], statement.tokens[other])
}

/**
 * In a free retelling a denial may stand in a neighbouring sentence, or in a word that has it in itself: only where nothing
 * around what backs the claim denies while the claim does, or the other way round, is it known to differ.
 */
function isDeniedAround({ alignment, source, likeness }: Evidence, isOurs: boolean): boolean {
  if (!isOurs) return likeness === null || likeness.bag < enoughRetold
  return alignment.chosen.some((at) =>
    source.sentences[at]?.tokens.some((token) => denies(token) || token.sense.roles.has('denying')),
  )
}

/** So much of a claim has to be found before a denial is held against it that nothing around it has. */
const foundButDenied = 0.75

/** A denial in a claim that the source otherwise backs, from sentences that deny nothing in any way. */
function findLoneDenial({ alignment, source, likeness }: Evidence): Reason | null {
  const { claim, coverage } = alignment
  if (!likeness || coverage < foundButDenied || likeness.sequence < looseWording) return null
  const denials = claim.tokens.filter(denies)
  const [denial] = denials
  if (!denial || denials.length > 1) return null
  const mayDeny = (token: Token) =>
    denies(token) ||
    ['denying', 'not-denying'].some((role) => token.sense.roles.has(role as 'denying')) ||
    (token.sense.quantifier ?? 0) >= 4
  const around = alignment.chosen.flatMap((index) => source.sentences[index]?.tokens ?? [])
  if (around.some(mayDeny) || claim.tokens.some((token) => token !== denial && mayDeny(token))) return null
  if (claim.tokens.some((token) => around.some((other) => areOpposite(token, other)))) return null
  return reasonAt(denial, likeness.statement.tokens[0])
}

/** Whether claim and sentence are of about the same length, so that nothing with a denial of its own was left out. */
function isNearAlike(claim: Statement, statement: Statement): boolean {
  return claim.content.length >= statement.content.length * 0.7
}

/** Whether the clause around a word has been turned into its opposite as well, which makes up for a denial. */
function hasOpposite(claim: Statement, at: number, there: Statement, place: number): boolean {
  const clause = claim.tokens[at]?.clause
  const other = there.tokens[place]?.clause
  return claim.tokens.some(
    (token) =>
      token.clause === clause &&
      !there.tokens.some((their) => areAlike(token, their)) &&
      there.tokens.some((their) => their.clause === other && areOpposite(token, their)),
  )
}

/** The sides of a word, or of a phrase and its words. */
const sidesOf = ({ sense, parts }: Token) =>
  sense.roles.has('over') || sense.roles.has('under')
    ? sense.sides
    : [...sense.sides, ...parts.flatMap(({ sides }) => sides)]

function areOpposite(token: Token, other: Token): boolean {
  return (
    sidesOf(token).some(
      (side) =>
        !side.sequence && sidesOf(other).some((its) => its.pair === side.pair && its.side !== side.side),
    ) && !areAlike(token, other)
  )
}

/** "More than" of one number and "less than" of another don't contradict each other. */
function areOfOtherNumbers(claim: Statement, token: Token, statement: Statement, other: Token): boolean {
  const numberAfter = ({ quantities }: Statement, { end }: Token) =>
    quantities.find(({ start }) => start >= end && start - end <= 2)
  const [ours, theirs] = [numberAfter(claim, token), numberAfter(statement, other)]
  return ours !== undefined && theirs !== undefined && !sameQuantity(ours, theirs)
}

const isQuantifier = ({ sense }: Token) => sense.quantifier !== null

/** Whether exchanging two words may be made up for by exchanging what stands around them. */
function isConversePair(token: Token, other: Token): boolean {
  return token.sense.sides.some(
    (side) =>
      side.converse && other.sense.sides.some((its) => its.pair === side.pair && its.side !== side.side),
  )
}

function areAlike(token: Token, other: Token): boolean {
  return token.sense.keys.some(
    (key) => other.sense.keys.includes(key) || other.parts.some(({ keys }) => keys[0] === key),
  )
}

function reasonAt(token: Token | undefined, other: Token | undefined): Reason | null {
  return token ? { code: 'turned-round', at: rangeOf(token), found: other?.text ?? null } : null
}

/** How many words apart an opposite may stand from where the claim's wording leads. */
const reach = 4

/** A word of the claim that the source has the opposite of, beside the same words. */
function findOpposite({ alignment, source, likeness }: Evidence): Reason | null {
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
        if (isFree && (isConversePair(token, other) || isUnsure)) continue
        if (known && !isNearer(at, there, known.token, sentence, alignment)) continue
        if (!standsAlike(at, there, sentence, alignment)) continue
        const isOurs = ours.some(({ governed, denial }) => governed.has(at) || denial === at - 1)
        const isTheirs = theirs.some(({ governed, denial }) => governed.has(there) || denial === there - 1)
        if (isOurs !== isTheirs) continue
        if (isLoose && deniesInClause(claim, at) !== deniesInClause(statement, there)) continue
        return reasonAt(token, other)
      }
    }
  }
  return null
}

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

/** Whether the nearest words of the claim that are found stand near the same place in the source. */
function standsAlike(
  at: number,
  place: number,
  sentence: number,
  { claim, places }: Evidence['alignment'],
): boolean {
  const near = [...places]
    .filter(([mine, found]) => found.sentence === sentence && Math.abs(mine - at) <= reach && mine !== at)
    .sort((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at))
    .slice(0, 2)
  const isNumberNear = claim.quantities.some(({ start }) => {
    const token = claim.tokens[at]
    return token !== undefined && Math.abs(start - token.end) <= 3
  })
  return near.some(([, found]) => Math.abs(found.token - place) <= reach) || isNumberNear
}
