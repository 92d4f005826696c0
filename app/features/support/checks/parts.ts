import type { Token } from '../tokens.ts'

const joins = new Set('and but or und aber oder sondern y e o u pero ni'.split(' '))

/** Parts of a sentence between commas and words such as "and", counted: for each token, in which it stands. */
export function partsOf(tokens: readonly Token[]): number[] {
  let part = 0
  return tokens.map((token, at) => {
    if (at > 0 && (token.clause !== tokens[at - 1]?.clause || joins.has(token.lower))) part += 1
    return part
  })
}
