import type { Token } from '../tokens.ts'

const prepositions = new Set(
  'in on at during since until near inside outside en durante desde hasta sobre entre nach vor mit bei in im auf aus an am für gegen ohne seit über unter von vom zu zum zur durch um bis während wegen zwischen'.split(
    ' ',
  ),
)
const linking = new Set('to of from with for a de del al con para'.split(' '))

/** "In Lyon", "nach dem Spiel": a time or a place rather than somebody who acts. */
export function isUnderPreposition(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => prepositions.has(lower))
}

/** The same, or bound to another word: "of Lyon", "para Lucía". */
export function isLinked(tokens: readonly Token[], at: number): boolean {
  return (
    isUnderPreposition(tokens, at) ||
    tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => linking.has(lower))
  )
}
