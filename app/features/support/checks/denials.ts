import { strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import type { Evidence } from './check.ts'
import {
  areAlike,
  areOpposite,
  denies,
  hasOpposite,
  looseWording,
  mayDeny,
  nearWording,
  reasonAt,
} from './contrast.ts'
import { denialsOf, type Governed } from './governed.ts'

const allFound = 0.9

/** A denial that one of the two has and the other hasn't, where the claim is near to the source's wording. */
export function findDenial({ alignment, source, likeness }: Evidence): Reason | null {
  if (!likeness || likeness.sequence < nearWording) return null
  const { claim, places } = alignment
  const { statement, sentence } = likeness
  const ours = denialsOf(claim, source)
  const theirs = denialsOf(statement, source)
  // A word may stand twice, denied once.
  const isDenied = (list: readonly Governed[], at: number, { tokens }: Statement) =>
    list.some(({ governed }) =>
      [...governed].some((place) => {
        const [one, other] = [tokens[place], tokens[at]]
        return place === at || (one !== undefined && other !== undefined && areAlike(one, other))
      }),
    )
  const deniedClause = (tokens: readonly Token[], list: readonly Governed[], at: number) =>
    list.some(({ denial }) => tokens[denial]?.clause === tokens[at]?.clause)

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
      if (isDenied(list, place.token, there)) continue
      if (deniedClause(there.tokens, list, place.token) || makesUp(there, claim)) continue
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
      if (isDenied(ours, mine, claim)) continue
      if (deniedClause(claim.tokens, ours, mine) || makesUp(claim, statement)) continue
      if (hasOpposite(claim, mine, statement, at)) continue
      return reasonAt(claim.tokens[mine], statement.tokens[denial])
    }
  }
  return null
}

/** So much of a claim has to be found before a denial is held against it that nothing around it has. */
const foundButDenied = 0.75

/** A denial in a claim that the source otherwise backs, from sentences that deny nothing in any way. */
export function findLoneDenial({ alignment, source, likeness }: Evidence): Reason | null {
  const { claim, coverage } = alignment
  if (!likeness || coverage < foundButDenied || likeness.sequence < looseWording) return null
  const denials = claim.tokens.filter(denies)
  const [denial] = denials
  if (!denial || denials.length > 1) return null
  const around = alignment.chosen.flatMap((index) => source.sentences[index]?.tokens ?? [])
  if (around.some(mayDeny) || claim.tokens.some((token) => token !== denial && mayDeny(token))) return null
  if (claim.tokens.some((token) => around.some((other) => areOpposite(token, other)))) return null
  return reasonAt(denial, likeness.statement.tokens[0])
}
