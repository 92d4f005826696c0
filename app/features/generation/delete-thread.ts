import type { Origin } from '#app/features/audit/event-origin.ts'
import { type Actor, actorOf, recordEvent } from '#app/features/audit/record-event.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'
import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'
import { cancelKey, generationChannel } from './generation-channel.ts'

export type Deletion = {
  threadId: string
  /** Since when at the latest it has to lie in the trash; null for a thread that needn't. */
  inTrashSince: Date | null
  /** Where its owner asked for it; null where its time in the trash was over. */
  origin: Origin | null
}

/**
 * Deletes a thread for good, with all that was made for it: tweets, generations and their events, candidates. A run at work
 * hears of it at once, and has nowhere to write to any more. What is kept of its owner's own writing to be given again
 * goes too; all of it, since nothing there names the thread that it was written for. The source stays, as it may have
 * other threads. What was charged stays charged. Throws `thread-not-found` (404).
 */
export async function deleteThread(
  db: Db,
  owner: Owner,
  { threadId, inTrashSince, origin }: Deletion,
): Promise<void> {
  await inRetriedTransaction(db, async (tx) => {
    const isOwners = {
      id: threadId,
      ...ownerColumns(owner),
      ...(inTrashSince && { entry: { trashedAt: { lte: inTrashSince } } }),
    }
    if ((await tx.thread.count({ where: isOwners })) === 0) throw threadNotFound()
    // Runs first, as a worker that stores what it has written takes them first.
    const runs = await tx.$queryRaw<{ id: string }[]>`
      select id from generations where thread_id = ${threadId}::uuid order by id for update`
    // Whoever takes it out of the trash at this moment is waited for, and then it stays.
    await tx.$queryRaw`select 1 from library_entries where thread_id = ${threadId}::uuid for update`
    await tx.keptThread.deleteMany({ where: ownerColumns(owner) })
    const { count } = await tx.thread.deleteMany({ where: isOwners })
    if (count === 0) throw threadNotFound()
    for (const key of [threadId, ...runs.map(({ id }) => cancelKey(id))])
      await tx.$executeRaw`select pg_notify(${generationChannel}, ${key})`
    const who: { actor: Actor; origin?: Origin } = origin
      ? { actor: actorOf(owner), origin }
      : { actor: { kind: 'system' } }
    await recordEvent(tx, {
      ...who,
      action: 'thread.deleted',
      subject: { kind: 'thread', id: threadId },
      reasonCode: origin ? 'asked' : 'trash-over',
    })
  })
}
