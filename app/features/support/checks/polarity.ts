import type { Check } from './check.ts'
import { findDenial, findLoneDenial } from './denials.ts'
import { findDeniedPart } from './denied-clauses.ts'
import { findOpposite } from './opposites.ts'

/**
 * A denial dropped or added, or a word turned into its opposite ("more" for "less"). What a denial governs is compared
 * word by word; "not accepted" for "rejected" keeps the meaning.
 */
export const checkPolarity: Check = (evidence) => {
  const opposite = findOpposite(evidence)
  if (opposite) return [opposite]
  const denial = findDenial(evidence) ?? findLoneDenial(evidence) ?? findDeniedPart(evidence)
  return denial ? [denial] : []
}
