import { measure } from '#app/features/counting/count.ts'
import { fitText, numberReserve } from '#app/features/counting/numbering.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { type StoredTweet, storedTweetSchema } from './stored-tweet.ts'
import { checkedTweet, takeThread } from './take-thread.ts'

/** More tweets than a thread is ever written with; beyond it nobody reads on. */
const mostTweets = 100
/** Moves positions out of the way while they are shifted, since no two tweets may share one even for a moment. */
const aside = 10_000

/**
 * Adds a tweet about a passage of the source, in the source's own words, fitted to the network: where the passage stands
 * among those of the other tweets. Throws AppErrors: `thread-not-found`, `thread-changed` (409), `being-written` (409),
 * `passage-not-found` and `thread-full` (422).
 */
export async function addTweet(
  db: Db,
  owner: Owner,
  { threadId, version }: { threadId: string; version: number },
  passage: Range,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const thread = await takeThread(tx, owner, threadId, version)
    const source = thread.snapshot?.text ?? ''
    const text = fitText(source.slice(passage.start, passage.end).trim(), 'x', limitOf(thread.numbering))
    if (text === '' || passage.end > source.length)
      throw new AppError(
        'passage-not-found',
        'There is no such passage in the source: load the page again.',
        {
          status: 422,
        },
      )
    const rows = await tx.tweet.findMany({ where: { threadId }, orderBy: { position: 'asc' } })
    if (rows.length >= mostTweets)
      throw new AppError('thread-full', `A thread has at most ${mostTweets} tweets.`, { status: 422 })
    const position = placeOf(
      rows.map((row) => storedTweetSchema.parse(row)),
      passage,
    )
    await makeRoom(tx, threadId, position)
    const start = passage.end - source.slice(passage.start, passage.end).trimStart().length
    const spans = [{ start, end: Math.min(passage.end, start + text.length) }]
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
  })
}

/** With numbers wanted, the widest that a thread of so many can have is left room for. */
function limitOf(numbering: boolean): number {
  return measure('', 'x').limit - (numbering ? numberReserve(mostTweets - 1, 'x') : 0)
}

/** After the last tweet whose passage begins before it; never before the first, which opens the thread. */
function placeOf(tweets: readonly StoredTweet[], { start }: Range): number {
  const before = tweets.filter(({ spans }) => spans.some((span) => span.start <= start))
  return Math.max(2, (before.at(-1)?.position ?? tweets.length) + 1)
}

async function makeRoom(tx: Tx, threadId: string, position: number): Promise<void> {
  const later = { threadId, position: { gte: position } }
  await tx.tweet.updateMany({ where: later, data: { position: { increment: aside } } })
  await tx.tweet.updateMany({
    where: { threadId, position: { gte: position + aside } },
    data: { position: { decrement: aside - 1 } },
  })
}
