import type { Check } from './check.ts'
import { findDenial, findLoneDenial } from './denials.ts'
import { findDeniedPart } from './denied-clauses.ts'
import { findOpposite } from './opposites.ts'

/** So much of a claim has to be found: what is told in other words isn't turned round by one of the source's. */
const enough = 0.6

/**
 * A denial dropped or added, or a word turned into its opposite ("more" for "less"). What a denial governs is compared
 * word by word; "not accepted" for "rejected" keeps the meaning.
 */
export const checkPolarity: Check = (evidence) => {
  if (evidence.alignment.coverage < enough) return []
  const opposite = findOpposite(evidence)
  if (opposite) return [opposite]
  const denial = findDenial(evidence) ?? findLoneDenial(evidence) ?? findDeniedPart(evidence)
  return denial ? [denial] : []
}
