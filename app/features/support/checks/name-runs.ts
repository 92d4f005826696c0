import type { SourceIndex } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import type { Token } from '../tokens.ts'
import { looksLikeName } from './names.ts'
import { isNameLike } from './same-kind.ts'

/** A name of one or more words: places of its first and last token. */
export type NameRun = { from: number; to: number }

/** The names of a sentence, those of several words as one. */
export function nameRunsOf(statement: Statement, source: SourceIndex): readonly NameRun[] {
  const known = remembered.get(statement)
  if (known) return known
  const made = findRuns(statement, source)
  remembered.set(statement, made)
  return made
}

/** A sentence of a source is asked for its names with every tweet. */
const remembered = new WeakMap<Statement, readonly NameRun[]>()

function findRuns({ tokens, content }: Statement, source: SourceIndex): NameRun[] {
  const runs: NameRun[] = []
  for (const at of content) {
    const token = tokens[at]
    if (!token || !isProper(tokens, at, source)) continue
    const last = runs.at(-1)
    const isOwner = /['’]s?$/u.test(tokens[at - 1]?.text ?? '')
    if (last && last.to === at - 1 && !isOwner && /^[\s・]?$/u.test(token.gap)) last.to = at
    else runs.push({ from: at, to: at })
  }
  return runs
}

/** In German and Japanese all nouns are written alike: there only what the source or what stands beside shows to be a name. */
function isProper(tokens: readonly Token[], at: number, source: SourceIndex): boolean {
  const token = tokens[at]
  if (!token || !isNameLike(token, source)) return false
  const { tag } = source.language
  return (
    (tag !== 'de' && tag !== 'ja') ||
    source.isName(token.sense.stem) ||
    looksLikeName(token, tokens, at, source)
  )
}
