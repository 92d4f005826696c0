import { type SourceIndex, strengths } from '../source-index.ts'
import type { Token } from '../tokens.ts'
import type { Check } from './check.ts'
import { partsOf } from './parts.ts'

/** So much of what stands before has to be the source's sentence word for word, before a comma or an "and", or before any word. */
const copied = 0.87
const verbatim = 1
/** So many words have to be copied, and so many of them with content. */
const leastWords = 4
const leastContent = 2
/** What of the rest may be held, by weight, by that sentence and those beside it: by another clause, by the rest of one. */
const littleOfClause = 0.4
const littleOfRest = 0.35
const leastOfRest = 2
/** How many sentences away the rest may stand. */
const beside = 1

/**
 * A sentence of the source with something put behind it that neither it nor those beside it say: "The bridge is shut, and
 * the mayor has resigned". Who copies a sentence so far doesn't go on in words of their own.
 */
export const checkAppended: Check = ({ alignment, source, likeness }) => {
  const { claim, numbers } = alignment
  if (!likeness) return []
  const { tokens, content } = claim
  const parts = partsOf(tokens)
  const inOrder = new Set(likeness.wording.pairs.map(([ours]) => ours))
  let kept = tokens.slice(0, leastWords).filter((_, at) => inOrder.has(at)).length
  for (let cut = leastWords; cut < tokens.length; cut += 1) {
    const isClause = parts[cut] !== parts[cut - 1]
    const first = tokens[cut]
    const share = kept / cut
    if (inOrder.has(cut)) kept += 1
    const mayBegin = isClause || first?.isFunction
    if (!first || !mayBegin || share < (isClause ? copied : verbatim)) continue
    const rest = content.filter((at) => at >= cut && !tellsWhoSaid(tokens, content, at))
    const counted = claim.quantities.filter(({ start }) => start < first.start).length
    if (content.length - rest.length + counted < leastContent || rest.length < (isClause ? 1 : leastOfRest))
      continue
    if (numbers.some(({ start, isFound }) => isFound && start >= first.start)) continue
    const words = rest.flatMap((at) => tokens[at] ?? [])
    const held = shareBeside(words, likeness.sentence, source)
    if (held > (isClause ? littleOfClause : littleOfRest)) continue
    const end = tokens.at(-1)?.end ?? claim.end
    return [{ code: 'not-in-source', at: { start: first.start, end }, found: null }]
  }
  return []
}

/** "… says the author": a word of saying and who says it, in a clause by themselves. */
function tellsWhoSaid(tokens: readonly Token[], content: readonly number[], at: number): boolean {
  const clause = content.filter((place) => tokens[place]?.clause === tokens[at]?.clause)
  return clause.length <= 2 && clause.some((place) => tokens[place]?.sense.roles.has('speech'))
}

/** Share of some words, by weight, that a sentence or one beside it has. */
function shareBeside(words: readonly Token[], sentence: number, source: SourceIndex): number {
  let [all, held] = [0, 0]
  for (const { sense } of words) {
    const weight = source.weight(sense)
    all += weight
    const isBeside = source
      .find(sense)
      .some((place) => Math.abs(place.sentence - sentence) <= beside && place.strength > strengths.opposite)
    if (isBeside) held += weight
  }
  return all === 0 ? 1 : held / all
}
