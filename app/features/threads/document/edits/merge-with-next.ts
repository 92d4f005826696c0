import type { Range } from '#app/features/segmentation/sentences.ts'
import { joinSpans } from '#app/features/support/join-spans.ts'
import { longestTweet, mostSpans } from '../document-limits.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { joinTexts } from './join-texts.ts'
import { done, type Outcome, refuseLast, refuseLocked, refuseLong } from './outcome.ts'
import { onUnlocked, spliced } from './take-tweet.ts'

/**
 * Makes one of a tweet and the one after it: under the first's id, with the passages of both, an opinion where both were.
 * `source` is the text that the passages lie in, so that those next to each other become one; without it they stay apart.
 * The cursor goes where the second's text begins. Refuses where either is locked, where there is no next, and more
 * than 4,000 characters (UTF-16 units) together.
 */
export function mergeWithNext(document: ThreadDocument, tweetId: string, source: string | null): Outcome {
  return onUnlocked(document, tweetId, 'join it with the next', ({ tweet, index }) => {
    const next = document.tweets[index + 1]
    if (!next) return refuseLast()
    if (next.isLocked) return refuseLocked('join it with the one before')
    const { text, seam } = joinTexts(tweet.text, next.text)
    if (text.length > longestTweet) return refuseLong()
    const isOpinion = saysNothing(tweet.text)
      ? next.isOpinion
      : tweet.isOpinion && (next.isOpinion || saysNothing(next.text))
    const merged = { ...tweet, text, isOpinion, spans: spansOf([...tweet.spans, ...next.spans], source) }
    return done(spliced(document, index, 2, merged), { tweetId, start: seam, end: seam })
  })
}

const saysNothing = (text: string) => text.trim() === ''

function spansOf(spans: Range[], source: string | null): Range[] {
  const joined = source === null ? distinct(spans) : joinSpans(source, spans)
  return joined.slice(0, mostSpans)
}

/** Passages of two sides, in order, each once. */
export function distinct(spans: readonly Range[]): Range[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter(({ start, end }, at) => {
    const before = sorted[at - 1]
    return before?.start !== start || before.end !== end
  })
}
