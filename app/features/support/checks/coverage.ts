import type { Range } from '#app/features/segmentation/sentences.ts'
import { clausesOf } from '../clauses.ts'
import type { Reason } from '../verdict.ts'
import { type Check, chosenStatements } from './check.ts'

/** Share of a claim's words, by weight, below which the source is held not to say it. */
const leastCoverage = 0.45
/** The same for one clause of a claim that is backed otherwise. */
const leastOfClause = 0.3
const leastWords = 3

/** Something that the source doesn't say: too little of the claim, or of one of its clauses, is found in it. */
export const checkCoverage: Check = (alignment, source) => {
  const { claim, places } = alignment
  if (claim.content.length === 0) return []
  if (alignment.coverage < leastCoverage) return [{ code: 'not-in-source', at: rangeOf(claim), found: null }]
  return clausesOf(claim).flatMap(({ words, content }): Reason[] => {
    if (content.length < leastWords) return []
    let all = 0
    let found = 0
    for (const at of content) {
      const token = claim.tokens[at]
      if (!token) continue
      const weight = source.weight(token.sense)
      all += weight
      found += weight * (places.get(at)?.strength ?? 0)
    }
    const [first, last] = [claim.tokens[words[0] ?? 0], claim.tokens[words.at(-1) ?? 0]]
    if (found >= all * leastOfClause || !first || !last) return []
    return [{ code: 'not-in-source', at: { start: first.start, end: last.end }, found: null }]
  })
}

/** A cause or a conclusion is given where the source gives one. */
export const checkCauses: Check = (alignment, source) => {
  const cause = alignment.claim.tokens.find(({ sense }) => sense.roles.has('cause'))
  if (!cause) return []
  const near = chosenStatements(alignment, source).flatMap(({ index, statement }) => [
    statement,
    source.sentences[index + 1],
    source.sentences[index - 1],
  ])
  const isGiven = near.some((statement) => statement?.tokens.some(({ sense }) => sense.roles.has('cause')))
  return isGiven ? [] : [{ code: 'cause-not-given', at: { start: cause.start, end: cause.end }, found: null }]
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}
