import { type Range, sentences } from '#app/features/segmentation/sentences.ts'
import type { WriterInput } from '../writer.ts'

type Source = WriterInput['source']

/**
 * How much of a source goes to the model, in UTF-16 units: some 15,000 tokens of English, within every present
 * model's window with room to spare, and the better part of a cent at small models' prices. Sources may be five times
 * as long, so what is longer gives its start (where articles say what they are about), all its headings, and its end
 * (where they conclude); the middle of the longest ones is not read.
 */
const articleBudget = 60_000
const shares = { start: 0.6, headings: 0.1 }
export const omission = '[…]'

/** The longest run of whole pieces from the beginning of `range` that fits; at least nothing. */
function openingWithin(text: string, range: Range, budget: number): Range | null {
  let end = range.start
  for (const sentence of sentences(text.slice(range.start, range.start + budget + 1))) {
    if (sentence.end <= budget) end = range.start + sentence.end
  }
  return end > range.start ? { start: range.start, end } : null
}

/** The source's text within the budget, cut between blocks, with a mark where something was left out. */
export function articleWithin(source: Pick<Source, 'text' | 'blocks'>, budget = articleBudget): string {
  const { text } = source
  if (text.length <= budget) return text
  const blocks =
    source.blocks.length > 0 ? source.blocks : [{ kind: 'paragraph', start: 0, end: text.length }]
  const kept = new Map<number, Range>()
  let left = budget

  const keep = (index: number, range: Range) => {
    kept.set(index, range)
    left -= range.end - range.start + 2
  }
  const fits = (range: Range, floor: number) => left - (range.end - range.start + 2) >= floor

  // Headings first, since everything else may be cut short.
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' && fits(block, budget * (1 - shares.headings))) keep(index, block)
  }
  const floorOfStart = left - budget * shares.start
  for (const [index, block] of blocks.entries()) {
    if (kept.has(index)) continue
    if (fits(block, floorOfStart)) {
      keep(index, block)
      continue
    }
    // A block that is larger than what is left, such as a pasted text without a blank line, is cut between sentences.
    const opening = openingWithin(text, block, left - floorOfStart - 2)
    if (opening) keep(index, opening)
    break
  }
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index]
    if (!block || kept.has(index)) continue
    if (!fits(block, 0)) break
    keep(index, block)
  }

  const pieces: string[] = []
  for (const [index, block] of blocks.entries()) {
    const range = kept.get(index)
    if (range) pieces.push(text.slice(range.start, range.end).trimEnd())
    const isWhole = range !== undefined && range.end === block.end
    if (!isWhole && pieces.at(-1) !== omission) pieces.push(omission)
  }
  return pieces.join('\n\n')
}
