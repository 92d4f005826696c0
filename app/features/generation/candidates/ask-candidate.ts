import type { Range } from '#app/features/segmentation/sentences.ts'
import { passageNotFound } from '#app/features/threads/add-tweet.ts'
import { tweetLocked } from '#app/features/threads/change-thread.ts'
import { tweetOf } from '#app/features/threads/change-tweet.ts'
import { holdThread } from '#app/features/threads/hold-thread.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { type TweetWish, wishesFor } from './candidate.ts'

/** What is asked for: something for a tweet, or a tweet about a passage of the source. */
export type Wish = { kind: TweetWish; tweetId: string } | { kind: 'add'; passage: Range }

/** Of one thread, at work and standing beside it. */
const mostCandidates = 30

/**
 * Has a worker write a candidate. Asked twice, the one at work goes on and nothing is added; one that was written before
 * for the same makes room. Throws AppErrors: `thread-not-found` and `tweet-not-found` (404), `thread-changed`,
 * `being-written`, `tweet-locked` and `too-many-candidates` (409), `not-for-this-tweet` and `passage-not-found` (422).
 */
export async function askCandidate(
  db: Db,
  owner: Owner,
  { threadId, version }: { threadId: string; version: number },
  { wish, hasModel }: { wish: Wish; hasModel: boolean },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { snapshot } = await holdThread(tx, owner, threadId, version)
    if (!snapshot) throw new AppError('no-tweets', 'There are no tweets here yet.', { status: 409 })
    const about = { threadId, kind: wish.kind, tweetId: wish.kind === 'add' ? null : wish.tweetId }
    const span = wish.kind === 'add' ? spanIn(snapshot.text, wish.passage) : null
    const askedOf = wish.kind === 'add' ? '' : await textOf(tx, threadId, wish, hasModel)
    const same = span === null ? about : { ...about, span: { equals: span } }
    if (await tx.tweetCandidate.findFirst({ where: { ...same, status: 'queued' }, select: { id: true } }))
      return
    await tx.tweetCandidate.deleteMany({ where: same })
    if ((await tx.tweetCandidate.count({ where: { threadId } })) >= mostCandidates)
      throw new AppError(
        'too-many-candidates',
        'There are many suggestions here already: take or leave some of them first.',
        { status: 409 },
      )
    const { id } = await tx.tweetCandidate.create({
      data: { ...about, ...(span && { span }), snapshotId: snapshot.id, threadVersion: version, askedOf },
      select: { id: true },
    })
    await enqueue(tx, 'write_candidates', { candidateId: id })
  })
}

function spanIn(text: string, { start, end }: Range): Range {
  if (start >= end || end > text.length) throw passageNotFound()
  return { start, end }
}

/** The text of the tweet that something is asked for. */
async function textOf(
  tx: Tx,
  threadId: string,
  { kind, tweetId }: { kind: TweetWish; tweetId: string },
  hasModel: boolean,
): Promise<string> {
  const { text, isLocked, position } = await tweetOf(tx, threadId, tweetId)
  if (isLocked) throw tweetLocked()
  if (!wishesFor(position, hasModel).includes(kind))
    throw new AppError('not-for-this-tweet', 'This can’t be asked for here: load the page again.', {
      status: 422,
    })
  return text
}
