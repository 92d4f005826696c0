import type { Reason } from '../verdict.ts'
import { type Check, namesSomebody, rangeOf } from './check.ts'

/** Sentences before one in which it may have named whom it only calls "she" or "the company". */
const namedBefore = 2

/** So much of what the claim says beside its names has to stand in one sentence. */
const enoughOfRest = 0.6

/** A name in the place of another: the sentence that says the rest names somebody else there. */
export const checkOtherName: Check = ({ alignment, source, likeness }) => {
  if (!likeness) return []
  const { claim, places } = alignment
  const { statement, sentence } = likeness
  const ours = claim.content.filter((at) => {
    const token = claim.tokens[at]
    return token !== undefined && namesSomebody(token, source)
  })
  const rest = claim.content.filter((at) => !ours.includes(at) && places.get(at)?.sentence === sentence)
  if (rest.length < 2 || rest.length < (claim.content.length - ours.length) * enoughOfRest) return []
  const used = new Set(likeness.pairs.map((pair) => pair.source))
  const rival = statement.content
    .map((at) => ({ at, token: statement.tokens[at] }))
    .find(({ at, token }) => token !== undefined && namesSomebody(token, source) && !used.has(at))?.token
  if (!rival) return []
  return ours.flatMap((at): Reason[] => {
    const place = places.get(at)
    const token = claim.tokens[at]
    if (!token || !place || place.sentence === sentence) return []
    if (sentence - place.sentence > 0 && sentence - place.sentence <= namedBefore) return []
    // Other words of the claim may have brought that sentence in.
    const helping = claim.content.filter(
      (word) => word !== at && !ours.includes(word) && places.get(word)?.sentence === place.sentence,
    )
    return helping.length > 1 ? [] : [{ code: 'name-of-another', at: rangeOf(token), found: rival.text }]
  })
}
