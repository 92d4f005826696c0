import type { Range } from '#app/features/segmentation/sentences.ts'
import { clausesOf } from '../clauses.ts'
import type { Reason } from '../verdict.ts'
import { type Check, chosenStatements, type Evidence, rangeOf } from './check.ts'

/** Share of a claim, by weight, below which the source is held not to say it. */
const leastCoverage = 0.42
/** The same for one clause of a claim that is backed otherwise. */
const leastOfClause = 0.25
const leastWords = 3

/** Something that the source doesn't say: too little of the claim, or of one of its clauses, is found in it. */
export const checkCoverage: Check = (evidence) => {
  const { claim, coverage } = evidence.alignment
  if (claim.content.length === 0) return []
  if (coverage < leastCoverage) return [{ code: 'not-in-source', at: rangeOf(claim), found: null }]
  return clausesOf(claim).flatMap(({ words, content }): Reason[] => {
    const [first, last] = [claim.tokens[words[0] ?? 0], claim.tokens[words.at(-1) ?? 0]]
    if (content.length < leastWords || !first || !last) return []
    const range = { start: first.start, end: last.end }
    return shareFound(evidence, content, range) < leastOfClause
      ? [{ code: 'not-in-source', at: range, found: null }]
      : []
  })
}

/** How much of some words, and the numbers beside them, is found. */
function shareFound({ alignment, source }: Evidence, words: readonly number[], range: Range): number {
  const { claim, places, numbers } = alignment
  let all = 0
  let found = 0
  for (const at of words) {
    const token = claim.tokens[at]
    if (!token) continue
    const weight = source.weight(token.sense)
    all += weight
    found += weight * (places.get(at)?.strength ?? 0)
  }
  for (const { start, weight, isFound } of numbers) {
    if (start < range.start || start >= range.end) continue
    all += weight
    if (isFound) found += weight
  }
  return all === 0 ? 1 : found / all
}

/** A cause or a conclusion is given where the source gives one. */
export const checkCauses: Check = (evidence) => {
  const { alignment, source } = evidence
  const cause = alignment.claim.tokens.find(({ sense }) => sense.roles.has('cause'))
  if (!cause) return []
  const near = chosenStatements(evidence).flatMap(({ index, statement }) => [
    statement,
    source.sentences[index + 1],
    source.sentences[index - 1],
  ])
  const isGiven = near.some((statement) => statement?.tokens.some(({ sense }) => sense.roles.has('cause')))
  return isGiven ? [] : [{ code: 'cause-not-given', at: rangeOf(cause), found: null }]
}
