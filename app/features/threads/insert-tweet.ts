import type { Range } from '#app/features/segmentation/sentences.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { indexThread } from './library/index-thread.ts'
import { checkedTweet, type TakenThread } from './take-thread.ts'

/** More tweets than a thread is ever written with; beyond it nobody reads on. */
export const mostTweets = 100
/** Moves positions out of the way while they are shifted, since no two tweets may share one even for a moment. */
const aside = 10_000

/**
 * Puts a tweet into a thread that was taken for it, checked against the source, and moves those from `position` on one
 * further. Throws `thread-full` (422).
 */
export async function insertTweet(
  tx: Tx,
  { threadId, thread }: { threadId: string; thread: TakenThread },
  { position, text, spans }: { position: number; text: string; spans: Range[] },
): Promise<void> {
  const count = await tx.tweet.count({ where: { threadId } })
  if (count >= mostTweets)
    throw new AppError('thread-full', `A thread has at most ${mostTweets} tweets.`, { status: 422 })
  await tx.tweet.updateMany({
    where: { threadId, position: { gte: position } },
    data: { position: { increment: aside } },
  })
  await tx.tweet.updateMany({
    where: { threadId, position: { gte: position + aside } },
    data: { position: { decrement: aside - 1 } },
  })
  const tweet = {
    id: '',
    position,
    text,
    spans,
    verdict: null,
    reasons: [],
    isOpinion: false,
    isLocked: false,
  }
  const { id: _, ...checked } = await checkedTweet(tweet, thread)
  await tx.tweet.create({ data: { ...checked, threadId } })
  await indexThread(tx, threadId)
}
