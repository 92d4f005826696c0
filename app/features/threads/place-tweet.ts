import { v7 as uuidv7 } from 'uuid'
import type { Range } from '#app/features/segmentation/sentences.ts'
import type { ThreadDocument } from './document/thread-document.ts'

/** A document with one more tweet, as the one at `position`, from 1; at the end where it is beyond. */
export function withTweetAt(
  document: ThreadDocument,
  position: number,
  { text, spans }: { text: string; spans: Range[] },
): ThreadDocument {
  const tweet = { id: uuidv7(), text, spans, isOpinion: false, isLocked: false }
  return { ...document, tweets: document.tweets.toSpliced(position - 1, 0, tweet) }
}

/** Where a tweet about a passage belongs: after the last whose passage begins before it; never before the first. */
export function placeOf(tweets: readonly { spans: readonly Range[] }[], { start }: Range): number {
  const last = tweets.findLastIndex(({ spans }) => spans.some((span) => span.start <= start)) + 1
  return Math.max(2, (last || tweets.length) + 1)
}
