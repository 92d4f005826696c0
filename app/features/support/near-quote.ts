import type { Range } from '#app/features/segmentation/sentences.ts'

/** Quotes of fewer words have to be found exactly. */
const leastWords = 10
/** One word in so many may differ from the text: replaced, left out or put in. */
const wordsPerFault = 10
const anchorLength = 4

type Word = Range & { word: string }

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0].toLowerCase(),
  }))
}

/** A finder of passages that a long quote nearly gives: at most one word in ten is another. Null where there is none. */
export function nearQuoteLocator(text: string): (quote: string) => Range | null {
  let index: { words: Word[]; anchors: Map<string, number[]> } | null = null

  return (quote) => {
    const wanted = wordsOf(quote).map(({ word }) => word)
    const faults = Math.floor(wanted.length / wordsPerFault)
    if (wanted.length < leastWords) return null
    index ??= indexOf(text)
    const { words, anchors } = index
    const tried = new Set<number>()
    for (let at = 0; at + anchorLength <= wanted.length; at += 1) {
      for (const place of anchors.get(wanted.slice(at, at + anchorLength).join(' ')) ?? []) {
        for (let shift = -faults; shift <= faults; shift += 1) {
          const start = place - at + shift
          if (start < 0 || tried.has(start)) continue
          tried.add(start)
          const end = endWithin(wanted, words, start, faults)
          const [first, last] = [words[start], words[end - 1]]
          if (end > start && first && last) return { start: first.start, end: last.end }
        }
      }
    }
    return null
  }
}

function indexOf(text: string) {
  const words = wordsOf(text)
  const anchors = new Map<string, number[]>()
  for (let at = 0; at + anchorLength <= words.length; at += 1) {
    const anchor = words
      .slice(at, at + anchorLength)
      .map(({ word }) => word)
      .join(' ')
    const known = anchors.get(anchor)
    if (known) known.push(at)
    else anchors.set(anchor, [at])
  }
  return { words, anchors }
}

/** Where the quote ends when it begins at a word of the text, with so many faults at most; -1 where it isn't there. */
function endWithin(wanted: readonly string[], words: readonly Word[], start: number, faults: number): number {
  const width = wanted.length + faults
  let row = Array.from({ length: width + 1 }, (_, at) => at)
  for (const [at, word] of wanted.entries()) {
    const next = [at + 1]
    for (let column = 1; column <= width; column += 1) {
      const same = words[start + column - 1]?.word === word ? 0 : 1
      next.push(Math.min((row[column - 1] ?? 0) + same, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > faults) return -1
    row = next
  }
  let best = -1
  let least = faults + 1
  for (const [column, cost] of row.entries()) {
    if (cost < least && start + column <= words.length) {
      least = cost
      best = start + column
    }
  }
  return best
}
