import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Reason } from '../verdict.ts'
import type { Check } from './check.ts'
import { areAlike } from './contrast.ts'
import { shareTogether } from './coverage.ts'
import { type NameRun, nameRunsOf } from './name-runs.ts'
import { isLinked } from './prepositions.ts'

/** Sentences before one in which it may have named whom it only calls "she" or "the company". */
export const namedBefore = 2
/** A sentence that holds so much of the claim, names and all, is the one it is made from. */
const heldByOne = 0.65
/** So much of what the claim says beside its names, by weight, has to stand in one sentence. */
const enoughOfRest = 0.6
const leastOfRest = 2

/** A name in the place of another: the sentence that says the rest names somebody else, and not whom the claim names. */
export const checkOtherName: Check = ({ alignment, source }) => {
  const { claim } = alignment
  const runs = nameRunsOf(claim, source)
  return runs.flatMap((run): Reason[] => {
    const [first, last] = [claim.tokens[run.from], claim.tokens[run.to]]
    if (!first || !last || !mayAct(claim, run)) return []
    const sentence = sentenceOf(claim, restOf(claim, runs, first.clause), source)
    const statement = sentence === null ? undefined : source.sentences[sentence]
    if (sentence === null || !statement) return []
    const rival = nameRunsOf(statement, source).find((each) => !areShared(statement, each, claim, runs))
    const places = claim.tokens.slice(run.from, run.to + 1).flatMap(({ sense }) => source.find(sense))
    const isNear = places.some(
      (place) => sentence - place.sentence >= 0 && sentence - place.sentence <= namedBefore,
    )
    if (!rival || places.length === 0 || isNear) return []
    if (shareTogether(alignment, source) >= heldByOne) return []
    const [start, end] = [statement.tokens[rival.from]?.start, statement.tokens[rival.to]?.end]
    const at = { start: first.start, end: last.end }
    return [{ code: 'name-of-another', at, found: source.text.slice(start, end) }]
  })
}

/** What a claim says beside its names: in a clause, or in all where the clause says too little. */
function restOf({ tokens, content }: Statement, runs: readonly NameRun[], clause: number): number[] {
  const rest = content.filter((at) => !runs.some(({ from, to }) => at >= from && at <= to))
  const own = rest.filter((at) => tokens[at]?.clause === clause)
  return own.length >= leastOfRest ? own : rest
}

/** The sentence that holds most of some words, if it holds enough of them. */
export function sentenceOf(
  { tokens }: Statement,
  words: readonly number[],
  source: SourceIndex,
): number | null {
  const held = new Map<number, { weight: number; count: number }>()
  let all = 0
  for (const at of words) {
    const sense = tokens[at]?.sense
    if (!sense) continue
    const weight = source.weight(sense)
    all += weight
    const found = source.find(sense).filter(({ strength }) => strength > strengths.opposite)
    for (const sentence of new Set(found.map((place) => place.sentence))) {
      const known = held.get(sentence) ?? { weight: 0, count: 0 }
      held.set(sentence, { weight: known.weight + weight, count: known.count + 1 })
    }
  }
  const [best] = [...held].sort((a, b) => b[1].weight - a[1].weight)
  if (!best || best[1].count < leastOfRest || best[1].weight < all * enoughOfRest) return null
  return best[0]
}

const areShared = (one: Statement, run: NameRun, other: Statement, runs: readonly NameRun[]) =>
  one.tokens
    .slice(run.from, run.to + 1)
    .some((token) =>
      runs.some(({ from, to }) => other.tokens.slice(from, to + 1).some((their) => areAlike(token, their))),
    )

/** "In Lyon", "Ann's car": a place or an owner may be told beside anything. */
const mayAct = ({ tokens }: Statement, { from, to }: NameRun) =>
  !isLinked(tokens, from) && !/['’]s?$/u.test(tokens[to]?.text ?? '')
