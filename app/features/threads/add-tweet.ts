import { measure } from '#app/features/counting/count.ts'
import { fitText, numberReserve } from '#app/features/counting/numbering.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { insertTweet, mostTweets } from './insert-tweet.ts'
import { type StoredTweet, storedTweetSchema } from './stored-tweet.ts'
import { takeThread } from './take-thread.ts'

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
    const tweet = tweetOfPassage(thread.snapshot?.text ?? '', passage, limitOf(thread.numbering))
    if (tweet === null) throw passageNotFound()
    const rows = await tx.tweet.findMany({ where: { threadId } })
    const position = placeOf(
      rows.map((row) => storedTweetSchema.parse(row)),
      passage,
    )
    await insertTweet(tx, { threadId, thread }, { position, ...tweet })
  })
}

export const passageNotFound = () =>
  new AppError('passage-not-found', 'There is no such passage in the source: load the page again.', {
    status: 422,
  })

/** A passage as a tweet of at most `limit` counted characters on X, with what of it stands there; null for no passage. */
export function tweetOfPassage(
  source: string,
  passage: Range,
  limit: number,
): { text: string; spans: Range[] } | null {
  const words = source.slice(passage.start, passage.end)
  const text = fitText(words.trim(), 'x', limit)
  if (text === '' || passage.end > source.length) return null
  const start = passage.end - words.trimStart().length
  return { text, spans: [{ start, end: Math.min(passage.end, start + text.length) }] }
}

/** With numbers wanted, the widest that a thread of so many can have is left room for. */
function limitOf(numbering: boolean): number {
  return measure('', 'x').limit - (numbering ? numberReserve(mostTweets - 1, 'x') : 0)
}

/** Where a tweet about a passage belongs: after the last whose passage begins before it; never before the first. */
export function placeOf(
  tweets: readonly Pick<StoredTweet, 'position' | 'spans'>[],
  { start }: Range,
): number {
  const before = tweets.filter(({ spans }) => spans.some((span) => span.start <= start))
  const last = Math.max(0, ...before.map(({ position }) => position))
  return Math.max(2, (last || tweets.length) + 1)
}
