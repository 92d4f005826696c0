import type { Statement } from './statement.ts'

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
