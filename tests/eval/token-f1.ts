const token = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu

function countTokens(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(token))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const sum = (counts: Iterable<number>) => Array.from(counts).reduce((all, one) => all + one, 0)

/**
 * How far two texts hold the same words, in whatever order, from 0 to 1: the harmonic mean of the shares of each that
 * the other has. Characters count as words in Chinese and Japanese.
 */
export function tokenF1(text: string, expected: string): number {
  const [ours, theirs] = [countTokens(text), countTokens(expected)]
  const shared = sum(Array.from(ours, ([word, count]) => Math.min(count, theirs.get(word) ?? 0)))
  const all = sum(ours.values()) + sum(theirs.values())
  return all === 0 ? 1 : (2 * shared) / all
}
