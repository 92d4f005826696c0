import type { Range } from '#app/features/segmentation/sentences.ts'
import { cleanCharacters } from '#app/features/sources/clean-characters.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { type ChangedThread, changeThreadWithin, type ThreadPlace, tweetLocked } from './change-thread.ts'
import type { DocumentTweet } from './document/thread-document.ts'
import { type StoredTweet, storedTweetSchema } from './stored-tweet.ts'

/** What may be changed of a tweet; what isn't given stays. */
export type TweetChange = {
  text?: string
  /** Where a new text is known to come from; the check begins there. */
  spans?: Range[]
  /** Its owner's word that it is an opinion, which nothing has to back. */
  isOpinion?: boolean
  isLocked?: boolean
}

export type TweetPlace = ThreadPlace & { tweetId: string }

/**
 * Changes one tweet of a thread. Answers the thread's new version. Throws AppErrors: those of `changeThreadWithin`,
 * `tweet-not-found` (404), `tweet-empty` and `tweet-too-long` for the field `text`.
 */
export async function changeTweet(
  db: Db,
  owner: Owner,
  at: TweetPlace,
  change: TweetChange,
): Promise<{ version: number; tweet: StoredTweet }> {
  return db.$transaction((tx) => changeTweetWithin(tx, owner, at, change))
}

/** The same within a transaction that changes something else with it. */
export async function changeTweetWithin(
  tx: Tx,
  owner: Owner,
  { threadId, tweetId, version }: TweetPlace,
  change: TweetChange,
): Promise<{ version: number; tweet: StoredTweet }> {
  const changed = await changeTweetsWithin(tx, owner, { threadId, version }, new Map([[tweetId, change]]))
  const tweet = changed.tweets.find(({ id }) => id === tweetId)
  if (!tweet) throw tweetGone()
  return { version: changed.version, tweet }
}

/** Several tweets of a thread at once, by their ids: all of them, or where one can't be, none. */
export async function changeTweetsWithin(
  tx: Tx,
  owner: Owner,
  at: ThreadPlace,
  changes: ReadonlyMap<string, TweetChange>,
): Promise<ChangedThread> {
  return changeThreadWithin(tx, owner, at, (document) => {
    const known = new Set(document.tweets.map(({ id }) => id))
    if ([...changes.keys()].some((id) => !known.has(id))) throw tweetGone()
    const tweets = document.tweets.map((tweet) => {
      const change = changes.get(tweet.id)
      return change ? withChange(tweet, change) : tweet
    })
    return { ...document, tweets }
  })
}

function withChange(before: DocumentTweet, change: TweetChange): DocumentTweet {
  const text = change.text === undefined ? before.text : writtenText(change.text)
  const isLocked = change.isLocked ?? before.isLocked
  if (change.text !== undefined && before.isLocked && isLocked) throw tweetLocked()
  return {
    id: before.id,
    text,
    spans: change.spans ?? before.spans,
    // What was called an opinion was other words.
    isOpinion: change.isOpinion ?? (change.text === undefined ? before.isOpinion : false),
    isLocked,
  }
}

/** A tweet of a thread that is held. Throws `tweet-not-found`. */
export async function tweetOf(tx: Tx, threadId: string, tweetId: string): Promise<StoredTweet> {
  const row = await tx.tweet.findFirst({ where: { id: tweetId, threadId } })
  if (!row) throw tweetGone()
  return storedTweetSchema.parse(row)
}

export const tweetGone = () =>
  new AppError('tweet-not-found', 'This tweet is gone: load the page again.', { status: 404 })

function writtenText(written: string): string {
  const text = cleanCharacters(written).trim()
  if (text === '')
    throw new AppError('tweet-empty', 'A tweet needs some text.', { status: 422, field: 'text' })
  return text
}
