import { countEvent } from '#app/features/analytics/count-event.ts'
import { cleanCharacters } from '#app/features/sources/clean-characters.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { executeIn } from '#app/platform/transaction.server.ts'
import { checkTweet } from './check-tweet.ts'
import { longestTweet, mostTweets } from './document/document-limits.ts'
import { cleanTitle } from './document/edits/set-title.ts'
import type { DocumentTweet, ThreadDocument } from './document/thread-document.ts'
import { type HeldThread, holdThread } from './hold-thread.ts'
import { indexThread } from './library/index-thread.ts'
import { appendRevision, type Made } from './revisions/append-revision.ts'
import { storeTweets } from './store-tweets.ts'
import { documentOf, type StoredTweet, storedTweetSchema } from './stored-tweet.ts'

export type ThreadPlace = { threadId: string; version: number }
export type ChangedThread = {
  version: number
  /** What its owner calls it; null where it is called as its source is. */
  title: string | null
  numbering: boolean
  tweets: StoredTweet[]
}

/**
 * The one way in which an owner's thread changes: `change` answers the document as it is to be, which is checked against
 * the source where it differs, stored, and kept as a revision, as is what was there before it. `version` is the thread's
 * as the change knew it: of several changes at once one is made, the others are told. A change that leaves everything as
 * it was makes no new version. Throws AppErrors: `thread-not-found` (404), `thread-changed` and `being-written` (409),
 * `tweet-locked` (409), `thread-empty`, `thread-full` and `tweet-too-long` (422), and what `change` throws.
 */
export async function changeThreadWithin(
  tx: Tx,
  owner: Owner,
  { threadId, version }: ThreadPlace,
  change: (document: ThreadDocument, thread: HeldThread) => ThreadDocument | Promise<ThreadDocument>,
  made: Made = { kind: 'edited' },
): Promise<ChangedThread> {
  const thread = await holdThread(tx, owner, threadId, version)
  const rows = await tx.tweet.findMany({ where: { threadId }, orderBy: { position: 'asc' } })
  const before = rows.map((row) => storedTweetSchema.parse(row))
  const { title, numbering } = thread
  const wanted = await change(documentOf({ title, numbering, tweets: before }), thread)
  const after = keepingRules({ title, ...wanted }, made.kind === 'restored' ? [] : before)
  const tweets = await checkedTweets(after.tweets, before, thread)
  const unchanged = { version, title, numbering, tweets: before }
  const changed = { ...unchanged, title: after.title ?? null, numbering: after.numbering, tweets }
  if (JSON.stringify(changed) === JSON.stringify(unchanged)) return unchanged

  if (made.kind === 'edited' && !thread.isEdited)
    await countEvent(tx, 'thread_edited', {}, { owner, threadId })
  const execute = executeIn(tx)
  if (!thread.isKept) await appendRevision(execute, threadId, { kind: 'written' })
  await storeTweets(tx, threadId, tweets, before)
  await tx.thread.update({
    where: { id: threadId },
    data: { version: { increment: 1 }, title: changed.title, numbering: changed.numbering },
  })
  await appendRevision(execute, threadId, made)
  await indexThread(tx, threadId)
  return { ...changed, version: version + 1 }
}

function keepingRules(document: ThreadDocument, before: readonly StoredTweet[]): ThreadDocument {
  const { tweets } = document
  if (tweets.length === 0)
    throw new AppError('thread-empty', 'A thread needs at least one tweet.', { status: 422 })
  if (tweets.length > mostTweets)
    throw new AppError('thread-full', `A thread has at most ${mostTweets} tweets.`, { status: 422 })
  const lockedTexts = new Map(before.flatMap(({ id, text, isLocked }) => (isLocked ? [[id, text]] : [])))
  return {
    ...document,
    title: cleanTitle(cleanCharacters(document.title ?? '')),
    tweets: tweets.map((tweet) => keepingTweetRules(tweet, lockedTexts)),
  }
}

function keepingTweetRules(tweet: DocumentTweet, lockedTexts: ReadonlyMap<string, string>): DocumentTweet {
  const text = cleanCharacters(tweet.text)
  if (text.length > longestTweet)
    throw new AppError('tweet-too-long', `Use at most ${longestTweet.toLocaleString('en')} characters.`, {
      status: 422,
      field: 'text',
    })
  const lockedText = lockedTexts.get(tweet.id)
  if (tweet.isLocked && lockedText !== undefined && lockedText !== text) throw tweetLocked()
  return { ...tweet, text }
}

export const tweetLocked = () =>
  new AppError('tweet-locked', 'This tweet is locked: unlock it to change it.', { status: 409 })

/** The tweets to be stored; one that is as it was keeps its verdict. */
async function checkedTweets(
  tweets: readonly DocumentTweet[],
  before: readonly StoredTweet[],
  thread: HeldThread,
): Promise<StoredTweet[]> {
  const stored = new Map(before.map((tweet) => [tweet.id, tweet]))
  const sourceLength = thread.snapshot?.text.length ?? 0
  const checked: StoredTweet[] = []
  for (const [index, tweet] of tweets.entries()) {
    const was = stored.get(tweet.id)
    const position = index + 1
    if (was && isCheckedAs(was, tweet)) checked.push({ ...was, isLocked: tweet.isLocked, position })
    else {
      const spans = tweet.spans.filter(({ start, end }) => start < end && end <= sourceLength)
      checked.push(await checkTweet({ ...tweet, spans, position, verdict: null, reasons: [] }, thread))
    }
  }
  return checked
}

const isCheckedAs = (was: StoredTweet, tweet: DocumentTweet) =>
  was.text === tweet.text &&
  was.isOpinion === tweet.isOpinion &&
  JSON.stringify(was.spans) === JSON.stringify(tweet.spans)
