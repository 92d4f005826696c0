import type { Alignment } from './align.ts'
import type { SourceIndex } from './source-index.ts'
import type { Statement } from './statement.ts'

/** A clause of the claim beside the clause of the source that says it. */
export type ClausePair = {
  claim: Statement
  /** Places of the claim's words that belong to the clause, grammar included. */
  words: number[]
  /** Its words with content, and those of them that are found in `sentence`. */
  content: number[]
  found: number[]
  sentence: number
  statement: Statement
  /** Places of the source's words that belong to it. */
  sourceWords: number[]
}

/** Fewer words with content than these don't make a clause of their own. */
const leastContent = 2

/** The claim's clauses, short ones joined to the one before. */
export function clausesOf(claim: Statement): { words: number[]; content: number[] }[] {
  const made: { words: number[]; content: number[] }[] = []
  const isContent = new Set(claim.content)
  let clause = -1
  for (const [at, token] of claim.tokens.entries()) {
    const last = made.at(-1)
    if (!last || (token.clause !== clause && last.content.length >= leastContent))
      made.push({ words: [], content: [] })
    clause = token.clause
    const current = made.at(-1)
    current?.words.push(at)
    if (isContent.has(at)) current?.content.push(at)
  }
  const tail = made.at(-1)
  const before = made.at(-2)
  if (tail && before && tail.content.length < leastContent) {
    before.words.push(...tail.words)
    before.content.push(...tail.content)
    made.pop()
  }
  return made
}

/** Each clause of the claim with the sentence that holds most of it, and the part of that sentence which does. */
export function pairClauses({ claim, places, chosen }: Alignment, source: SourceIndex): ClausePair[] {
  return clausesOf(claim).flatMap(({ words, content }): ClausePair[] => {
    const bySentence = new Map<number, number>()
    for (const at of content) {
      const place = places.get(at)
      const token = claim.tokens[at]
      if (!place || !token) continue
      const weight = source.weight(token.sense) * place.strength
      bySentence.set(place.sentence, (bySentence.get(place.sentence) ?? 0) + weight)
    }
    const [best] = [...bySentence].sort((a, b) => b[1] - a[1])
    const sentence = best?.[0] ?? chosen[0]
    const statement = sentence === undefined ? undefined : source.sentences[sentence]
    if (sentence === undefined || !statement) return []
    const found = content.filter((at) => places.get(at)?.sentence === sentence)
    return [
      {
        claim,
        words,
        content,
        found,
        sentence,
        statement,
        sourceWords: clauseWords(statement, found, places),
      },
    ]
  })
}

/** The words of those clauses of the source which hold a good part of what was found. */
function clauseWords(statement: Statement, found: readonly number[], places: Alignment['places']): number[] {
  const counts = new Map<number, number>()
  const at = new Set<number>()
  for (const word of found) {
    const place = places.get(word)
    const token = place && statement.tokens[place.token]
    if (!place || !token || at.has(place.token)) continue
    at.add(place.token)
    counts.set(token.clause, (counts.get(token.clause) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  const taken = new Set(
    [...counts].filter(([, count]) => count === most || count >= 2).map(([clause]) => clause),
  )
  return statement.tokens.flatMap((token, index) => (taken.has(token.clause) ? [index] : []))
}
