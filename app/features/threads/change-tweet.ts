import type { Range } from '#app/features/segmentation/sentences.ts'
import { cleanCharacters } from '#app/features/sources/clean-characters.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { indexThread } from './library/index-thread.ts'
import { type StoredTweet, storedTweetSchema } from './stored-tweet.ts'
import { checkedTweet, takeThread } from './take-thread.ts'

/** Longer than any network takes; what is over a network's own limit may be kept while it is worked on. In characters. */
const longestTweet = 4_000

/** What may be changed of a tweet; what isn't given stays. */
export type TweetChange = {
  text?: string
  /** Where a new text is known to come from; the check begins there. */
  spans?: Range[]
  /** Its owner's word that it is an opinion, which nothing has to back. */
  isOpinion?: boolean
  isLocked?: boolean
}

/**
 * Changes one tweet of a thread and checks it against its source again. `version` is the thread's as the page showed it:
 * of several changes at once one is made, the others are told. Answers the thread's new version. Throws AppErrors:
 * `thread-not-found`, `tweet-not-found`, `thread-changed` (409), `being-written` (409), `tweet-locked` (409),
 * `tweet-empty` and `tweet-too-long` for the field `text`.
 */
export async function changeTweet(
  db: Db,
  owner: Owner,
  at: TweetPlace,
  change: TweetChange,
): Promise<{ version: number; tweet: StoredTweet }> {
  return db.$transaction((tx) => changeTweetWithin(tx, owner, at, change))
}

export type TweetPlace = { threadId: string; tweetId: string; version: number }

/** The same within a transaction that changes something else with it. */
export async function changeTweetWithin(
  tx: Tx,
  owner: Owner,
  { threadId, tweetId, version }: TweetPlace,
  change: TweetChange,
): Promise<{ version: number; tweet: StoredTweet }> {
  const text = change.text === undefined ? undefined : fitText(change.text)
  const thread = await takeThread(tx, owner, threadId, version)
  const before = await tweetOf(tx, threadId, tweetId)
  if (text !== undefined && before.isLocked && change.isLocked !== false) throw tweetLocked()
  const isOpinion = change.isOpinion ?? (text === undefined ? before.isOpinion : false)
  const after = {
    ...before,
    text: text ?? before.text,
    spans: change.spans ?? before.spans,
    isOpinion,
    isLocked: change.isLocked ?? before.isLocked,
  }
  const checked = await checkedTweet(after, thread)
  await tx.tweet.update({ where: { id: tweetId }, data: tweetColumns(checked) })
  await indexThread(tx, threadId)
  return { version: version + 1, tweet: checked }
}

/** A tweet of a thread that is held. Throws `tweet-not-found`. */
export async function tweetOf(tx: Tx, threadId: string, tweetId: string): Promise<StoredTweet> {
  const row = await tx.tweet.findFirst({ where: { id: tweetId, threadId } })
  if (!row) throw new AppError('tweet-not-found', 'This tweet is gone: load the page again.', { status: 404 })
  return storedTweetSchema.parse(row)
}

export const tweetLocked = () =>
  new AppError('tweet-locked', 'This tweet is locked: unlock it to change it.', { status: 409 })

function tweetColumns({ text, spans, verdict, reasons, isOpinion, isLocked }: StoredTweet) {
  return { text, spans, verdict, reasons, isOpinion, isLocked }
}

function fitText(written: string): string {
  const text = cleanCharacters(written).trim()
  if (text === '')
    throw new AppError('tweet-empty', 'A tweet needs some text.', { status: 422, field: 'text' })
  if (text.length > longestTweet)
    throw new AppError('tweet-too-long', `Use at most ${longestTweet.toLocaleString('en')} characters.`, {
      status: 422,
      field: 'text',
    })
  return text
}
