import { type ClausePair, pairClauses } from '../clauses.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import type { Check } from './check.ts'

/** Share of a clause's words that have to be found before its meaning can be called the opposite. */
const enoughFound = 0.5

/**
 * A denial dropped or added, or a word turned into its opposite ("more" for "less"). Denials and opposites on both sides
 * are counted together: an odd number turns the meaning round, an even one ("not accepted" for "rejected") keeps it.
 */
export const checkPolarity: Check = (alignment, source) =>
  pairClauses(alignment, source).flatMap((pair): Reason[] => {
    const opposites = findOpposites(pair)
    const known = pair.found.length + opposites.length
    if (known === 0 || known < pair.content.length * enoughFound) return []
    const ours = denials(pair.claim, pair.words)
    const theirs = denials(pair.statement, pair.sourceWords)
    const turned = (ours.length + theirs.length + opposites.length) % 2 === 1
    if (!turned) return []
    const [opposite] = opposites
    const [ourDenial] = ours
    const [theirDenial] = theirs
    const token = opposite
      ? pair.claim.tokens[opposite.claim]
      : pair.claim.tokens[ourDenial ?? pair.words[0] ?? 0]
    const other = opposite ? pair.statement.tokens[opposite.source] : pair.statement.tokens[theirDenial ?? -1]
    return token
      ? [{ code: 'turned-round', at: { start: token.start, end: token.end }, found: other?.text ?? null }]
      : []
  })

/** Words that deny in a clause; two that make one ("no … nor", "niemals nicht") are left to the count. */
function denials({ tokens }: Statement, words: readonly number[]): number[] {
  return words.filter((at) => {
    const token = tokens[at]
    return token !== undefined && denies(token)
  })
}

function denies({ sense, lower }: Token): boolean {
  if (sense.roles.has('not-denying')) return false
  return sense.roles.has('negator') || sense.roles.has('denying') || /n't$/u.test(lower)
}

type Opposite = { claim: number; source: number }

/** Words of the claim that the source has the opposite of, in the clause that says the rest. */
function findOpposites({ claim, words, statement, sourceWords, found }: ClausePair): Opposite[] {
  const isFound = new Set(found)
  const made: Opposite[] = []
  const used = new Set<number>()
  const own = new Set(words.flatMap((at) => claim.tokens[at]?.sense.keys[0] ?? []))
  for (const at of words) {
    const token = claim.tokens[at]
    if (!token || token.sense.sides.length === 0 || isFound.has(at)) continue
    if (sourceWords.some((place) => statement.tokens[place]?.sense.stem === token.sense.stem)) continue
    for (const place of sourceWords) {
      const other = statement.tokens[place]
      if (!other || used.has(place)) continue
      // A word that the claim has too is no exchange for another.
      if (own.has(other.sense.keys[0] ?? -1)) continue
      const isOpposite = token.sense.sides.some(
        (side) =>
          !side.converse && other.sense.sides.some((its) => its.pair === side.pair && its.side !== side.side),
      )
      const isSame = token.sense.sides.some((side) =>
        other.sense.sides.some((its) => its.pair === side.pair && its.side === side.side),
      )
      if (!isOpposite || isSame) continue
      used.add(place)
      made.push({ claim: at, source: place })
      break
    }
  }
  return made
}
