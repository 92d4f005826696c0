import type { Alignment } from '../align.ts'
import type { Likeness } from '../likeness.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import { isWrittenAsName, type Token } from '../tokens.ts'
import type { Reason } from '../verdict.ts'

export type Evidence = {
  alignment: Alignment
  source: SourceIndex
  likeness: Likeness | null
  /** The tweet's sentence before it. */
  previous: Alignment | null
}

/** One thing that can be wrong with a claim; gives nothing where it can't tell. */
export type Check = (evidence: Evidence) => Reason[]

/** The chosen sentences, each with its place in the source. */
export function chosenStatements({ alignment, source }: Evidence): { index: number; statement: Statement }[] {
  return alignment.chosen.flatMap((index) => {
    const statement = source.sentences[index]
    return statement ? [{ index, statement }] : []
  })
}

/** Whether a word stands for somebody or something that has it as a name. Capitals tell nothing in German and Japanese. */
export function namesSomebody(
  token: Token,
  { language: { tag }, isName: isNameThere }: SourceIndex,
): boolean {
  if (tag !== 'de' && tag !== 'ja' && isWrittenAsName(token)) return true
  if (tag !== 'de' && tag !== 'ja' && token.capital !== 'first') return false
  return (tag !== 'de' || token.capital !== 'none') && isNameThere(token.sense.stem)
}

export const rangeOf = ({ start, end }: { start: number; end: number }) => ({ start, end })
