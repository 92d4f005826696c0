import { sentences } from '#app/features/segmentation/sentences.ts'
import type { MarkedBlock } from './passages.ts'

/** A passage of the source that no tweet uses: UTF-16 offsets into its text. */
export type LeftOutPassage = { start: number; end: number; text: string }

/** Shorter ones say too little for a tweet. In characters. */
const shortest = 60
/** A tweet holds about so much; longer passages are given sentence by sentence. In characters. */
const longest = 260
const mostShown = 12

/** What the thread leaves out: the longest passages that no tweet uses, at most twelve, in the source's order. */
export function leftOut(marked: readonly MarkedBlock[]): LeftOutPassage[] {
  const passages = marked.flatMap(({ block, pieces }) =>
    block.kind === 'heading' || block.kind === 'code' || block.kind === 'table'
      ? []
      : pieces.filter(({ tweets }) => tweets.length === 0).flatMap(({ start, text }) => inParts(start, text)),
  )
  return passages
    .filter(({ text }) => text.length >= shortest)
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, mostShown)
    .sort((a, b) => a.start - b.start)
}

/** Whole sentences, as many together as a tweet holds. */
function inParts(start: number, text: string): LeftOutPassage[] {
  const parts: LeftOutPassage[] = []
  for (const range of sentences(text)) {
    const last = parts.at(-1)
    const whole = last && text.slice(last.start - start, range.end)
    if (last && whole && whole.trim().length <= longest) {
      last.end = start + range.end
      last.text = whole.trim()
    } else
      parts.push({
        start: start + range.start,
        end: start + range.end,
        text: text.slice(range.start, range.end).trim(),
      })
  }
  return parts
}
