import { changeThreadWithin, tweetLocked } from '#app/features/threads/change-thread.ts'
import { changeTweetWithin, tweetGone } from '#app/features/threads/change-tweet.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import { placeOf, withTweetAt } from '#app/features/threads/place-tweet.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'
import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { isRewriting } from './candidate.ts'
import { candidateGone, type ReadyCandidate, readReady } from './ready-candidate.ts'

/** `index` is of the candidate's texts, from 0. */
type Chosen = { threadId: string; version: number; candidateId: string; index: number }

/**
 * Puts a candidate into the thread, in the place of its tweet or as one more, checked again; the other candidates for the
 * tweet's words go. `version` is the thread's as the page showed it. Throws AppErrors: `thread-not-found` and
 * `tweet-not-found` (404), `candidate-gone`, `thread-changed`, `being-written` and `tweet-locked` (409), `thread-full` (422).
 */
export async function takeCandidate(db: Db, owner: Owner, chosen: Chosen): Promise<void> {
  const { threadId, version, candidateId, index } = chosen
  await db.$transaction(async (tx) => {
    const { tweetId, kind, span, texts } = await readReady(tx, owner, chosen)
    const candidate = texts[index]
    if (!candidate) throw candidateGone()
    const { text, spans } = candidate
    if (tweetId !== null && isRewriting(kind)) {
      await changeTweetWithin(tx, owner, { threadId, tweetId, version }, { text, spans })
      await tx.tweetCandidate.deleteMany({ where: { threadId, tweetId, kind: { not: 'continue' } } })
      return
    }
    await changeThreadWithin(tx, owner, { threadId, version }, (document) =>
      withTweetAt(document, placeIn(document, { tweetId, span }), { text, spans }),
    )
    await tx.tweetCandidate.deleteMany({ where: { id: candidateId } })
  })
}

/** Drops a candidate, or calls off one that is still to be written; one that is gone is none. Throws `thread-not-found`. */
export async function leaveCandidate(
  db: Db,
  owner: Owner,
  { threadId, candidateId }: Pick<Chosen, 'threadId' | 'candidateId'>,
): Promise<void> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    select: { id: true },
  })
  if (!thread) throw threadNotFound()
  await db.tweetCandidate.deleteMany({ where: { id: candidateId, threadId } })
}

function placeIn(
  { tweets }: ThreadDocument,
  { tweetId, span }: Pick<ReadyCandidate, 'tweetId' | 'span'>,
): number {
  if (tweetId === null) return placeOf(tweets, span ?? { start: 0, end: 0 })
  const index = tweets.findIndex(({ id }) => id === tweetId)
  const tweet = tweets[index]
  if (!tweet) throw tweetGone()
  if (tweet.isLocked) throw tweetLocked()
  return index + 2
}
