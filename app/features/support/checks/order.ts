import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'
import { type Check, chosenStatements, rangeOf } from './check.ts'

/** So much of a claim has to stand in one sentence before its order is compared. */
const enoughFound = 0.5

/** "A before B" for "B before A", and "after" for "before" where the rest stands as it did. */
export const checkOrder: Check = (evidence) => {
  const { alignment, source, likeness } = evidence
  const { claim, places } = alignment
  if (!likeness || likeness.bag < enoughFound) return []
  for (const [at, token] of claim.tokens.entries()) {
    const ours = token.sense.sides.find(({ sequence }) => sequence)
    if (!ours) continue
    for (const { index, statement } of chosenStatements(evidence)) {
      for (const [place, other] of statement.tokens.entries()) {
        const theirs = other.sense.sides.find(({ sequence }) => sequence)
        if (!theirs) continue
        const isCrossed = crossing({ claim, at, statement, place, places, index }, source)
        if (isCrossed === null) continue
        if ((ours.side === theirs.side) !== isCrossed) return []
        const reason: Reason = { code: 'order-exchanged', at: rangeOf(token), found: other.text }
        return [reason]
      }
    }
  }
  return []
}

type Relation = {
  claim: Statement
  at: number
  statement: Statement
  place: number
  places: ReadonlyMap<number, { sentence: number; token: number }>
  index: number
}

/** Whether what a word of order governs in the claim stands outside of what it governs in the source; null where it can't be told. */
function crossing(
  { claim, at, statement, place, places, index }: Relation,
  { language }: SourceIndex,
): boolean | null {
  const under = scope(claim.tokens, at, language.tag)
  const underThere = scope(statement.tokens, place, language.tag)
  if (under.size === 0 && claim.tokens[at + 1]?.gap !== ' ') return null
  const [head, headThere] = [headOf(claim, at, language.tag), headOf(statement, place, language.tag)]
  const found = head === undefined ? undefined : places.get(head)
  if (found?.sentence === index && found.token === headThere) return false
  let kept = 0
  let crossed = 0
  for (const [word, found] of places) {
    if (found.sentence !== index || word === at || found.token === place) continue
    if (under.has(word) === underThere.has(found.token)) kept += 1
    else crossed += 1
  }
  if (kept + crossed < 2 || kept === crossed) return null
  return crossed > kept
}

/** The next word that a word of order governs, whatever else stands in its clause; null where it refers to all before. */
function headOf({ tokens, content }: Statement, at: number, language: string): number | undefined {
  if (refersBack.test(tokens[at]?.text ?? '')) return undefined
  return language === 'ja' ? content.findLast((place) => place < at) : content.find((place) => place > at)
}

const refersBack =
  /^(?:その後|そのあと|それから|afterwards?|then|later|después|luego|danach|anschließend|daraufhin)$/iu

/** The words that a word of order governs: after it to the end of its clause; in Japanese, those before it. */
function scope(tokens: readonly Token[], at: number, language: string): Set<number> {
  const own = tokens[at]
  const governed = new Set<number>()
  // "After that" refers to all that was said before; "after" and "before" to their clause.
  if (own && refersBack.test(own.text))
    return new Set(tokens.flatMap((_, index) => (index < at ? [index] : [])))
  const step = language === 'ja' ? -1 : 1
  for (let index = at + step; tokens[index]?.clause === own?.clause; index += step) governed.add(index)
  return governed
}
