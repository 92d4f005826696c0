import { measure } from '#app/features/counting/count.ts'
import { fitText, numberReserve } from '#app/features/counting/numbering.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { changeThreadWithin } from './change-thread.ts'
import { mostTweets } from './document/document-limits.ts'
import { placeOf, withTweetAt } from './place-tweet.ts'

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
  await db.$transaction((tx) =>
    changeThreadWithin(tx, owner, { threadId, version }, (document, { snapshot, numbering }) => {
      const tweet = tweetOfPassage(snapshot?.text ?? '', passage, limitOf(numbering))
      if (tweet === null) throw passageNotFound()
      return withTweetAt(document, placeOf(document.tweets, passage), tweet)
    }),
  )
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
