import type { Alignment } from '../align.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'

/** One thing that can be wrong with a claim; gives nothing where it can't tell. */
export type Check = (alignment: Alignment, source: SourceIndex) => Reason[]

/** The sentence that holds most of the claim. */
export function primary({ chosen }: Alignment, source: SourceIndex): Statement | null {
  const [first] = chosen
  return first === undefined ? null : (source.sentences[first] ?? null)
}

/** The chosen sentences, each with its place in the source. */
export function chosenStatements(
  { chosen }: Alignment,
  source: SourceIndex,
): { index: number; statement: Statement }[] {
  return chosen.flatMap((index) => {
    const statement = source.sentences[index]
    return statement ? [{ index, statement }] : []
  })
}

/** The source's word that a word of the claim is matched with. */
export function matched(alignment: Alignment, source: SourceIndex, at: number): Token | null {
  const place = alignment.places.get(at)
  return place ? (source.sentences[place.sentence]?.tokens[place.token] ?? null) : null
}

export const isName = ({ capital }: Token) => capital === 'inside' || capital === 'mixed'
