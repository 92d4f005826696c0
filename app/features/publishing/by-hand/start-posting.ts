import { measure } from '#app/features/counting/count.ts'
import { postedTexts } from '#app/features/threads/document/posted-texts.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { holdThread } from '#app/features/threads/hold-thread.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { byHand } from './way.ts'

/**
 * Begins to post a thread on X by hand: its parts are written down as they stand now, and stay so whatever becomes of the
 * thread. One that is under way already goes on, so that two tabs begin one; `anew` gives it up, and what was posted of it
 * stays on X. Throws AppErrors, after which all is as before: `thread-not-found` (404), `nothing-written`, `being-written`
 * and `thread-changed` (409), `tweet-over-limit` (422).
 */
export async function startPosting(
  db: Db,
  owner: Owner,
  { threadId, anew }: { threadId: string; anew: boolean },
): Promise<void> {
  const thread = await readWrittenThread(db, owner, threadId)
  const texts = postedTexts(thread)
  const over = texts.findIndex((text) => measure(text, 'x').over)
  if (over >= 0) throw overLimit(over + 1)
  const underway = { threadId, network: 'x', state: 'underway' } as const
  await db.$transaction(async (tx) => {
    await holdThread(tx, owner, threadId, thread.version)
    if (anew)
      await tx.publication.updateMany({
        where: { ...underway, way: byHand },
        data: { state: 'dropped', finishedAt: new Date() },
      })
    if ((await tx.publication.count({ where: underway })) > 0) return
    const parts = texts.map((text, at) => ({ position: at + 1, text }))
    await tx.publication.create({
      data: { ...underway, way: byHand, threadVersion: thread.version, parts: { create: parts } },
    })
  })
}

const overLimit = (position: number) =>
  new AppError('tweet-over-limit', `Tweet ${position} is longer than X takes: shorten it first.`, {
    status: 422,
  })
