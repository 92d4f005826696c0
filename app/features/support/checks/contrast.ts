import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import { rangeOf } from './check.ts'

/** How near to the source's wording a claim has to be before a denial more or less is held against it by itself. */
export const nearWording = 0.62
/** From here on all else stands as it did, so that "lost" for "won" can't be made up for by who is named where. */
export const keptOtherwise = 0.75
/** Below it a claim is a free retelling. */
export const looseWording = 0.5

/** "Wasn't"; in Japanese the ending of a verb, which isn't always a word by itself: 起きなか・った. */
const deniesByEnding =
  /n't$|^[はも]なし$|^\p{Script=Hiragana}{1,2}(?:なか|ない|なかった?|ません)$|\p{Script=Han}\p{Script=Hiragana}{0,2}[わらかさたなまばがえけせてねべめれげ](?:ない|なかっ|なかった)$/u

export function denies({ sense, lower }: Token): boolean {
  if (sense.roles.has('not-denying')) return false
  return sense.roles.has('negator') || deniesByEnding.test(lower)
}

/** Quantifiers from here on are as good as a denial: few, none. */
const fewOrNone = 4

/** What denies, or may in itself: "refuse", "few". */
export function mayDeny(token: Token): boolean {
  const { roles, quantifier } = token.sense
  return denies(token) || roles.has('denying') || roles.has('not-denying') || (quantifier ?? 0) >= fewOrNone
}

/** Languages in which a second denial takes the first one back. */
export const singleDenial: ReadonlySet<string> = new Set(['en', 'de', 'ja', 'nl'])

export function areAlike(token: Token, other: Token): boolean {
  return token.sense.keys.some(
    (key) => other.sense.keys.includes(key) || other.parts.some(({ keys }) => keys[0] === key),
  )
}

/** Whether some words have one in common with others. */
export const shareOne = (some: readonly Token[], others: readonly Token[]) =>
  some.some((token) => others.some((other) => areAlike(token, other)))

/** The sides of a word, or of a phrase and its words. */
export const sidesOf = ({ sense, parts }: Token) =>
  sense.roles.has('over') || sense.roles.has('under')
    ? sense.sides
    : [...sense.sides, ...parts.flatMap(({ sides }) => sides)]

export function areOpposite(token: Token, other: Token): boolean {
  return (
    sidesOf(token).some(
      (side) =>
        !side.sequence && sidesOf(other).some((its) => its.pair === side.pair && its.side !== side.side),
    ) && !areAlike(token, other)
  )
}

/** Whether the clause around a word has been turned into its opposite as well, which makes up for a denial. */
export function hasOpposite(claim: Statement, at: number, there: Statement, place: number): boolean {
  const clause = claim.tokens[at]?.clause
  const other = there.tokens[place]?.clause
  return claim.tokens.some(
    (token) =>
      token.clause === clause &&
      !there.tokens.some((their) => areAlike(token, their)) &&
      there.tokens.some((their) => their.clause === other && areOpposite(token, their)),
  )
}

export function reasonAt(token: Token | undefined, other: Token | undefined): Reason | null {
  return token ? { code: 'turned-round', at: rangeOf(token), found: other?.text ?? null } : null
}

/** Whether exchanging two words may be made up for by exchanging what stands around them. */
export function isConversePair(token: Token, other: Token): boolean {
  return token.sense.sides.some(
    (side) =>
      side.converse && other.sense.sides.some((its) => its.pair === side.pair && its.side !== side.side),
  )
}
