import type { Origin } from '#app/features/audit/event-origin.ts'
import { actorOf, recordEvent } from '#app/features/audit/record-event.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'
import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'
import { cancelKey, generationChannel } from './generation-channel.ts'

/**
 * Deletes a thread for good, with all that was made for it: tweets, generations and their events, candidates. A run at work
 * hears of it at once, and has nowhere to write to any more. What is kept of its owner's own writing to be given again
 * goes too; all of it, since nothing there names the thread that it was written for. The source stays, as it may have
 * other threads. What was charged stays charged. Throws `thread-not-found` (404).
 */
export async function deleteThread(
  db: Db,
  owner: Owner,
  { threadId, origin }: { threadId: string; origin: Origin },
): Promise<void> {
  await inRetriedTransaction(db, async (tx) => {
    const isOwners = { id: threadId, ...ownerColumns(owner) }
    if ((await tx.thread.count({ where: isOwners })) === 0) throw threadNotFound()
    // Runs first, as a worker that stores what it has written takes them first.
    const runs = await tx.$queryRaw<{ id: string }[]>`
      select id from generations where thread_id = ${threadId}::uuid order by id for update`
    await tx.keptThread.deleteMany({ where: ownerColumns(owner) })
    const { count } = await tx.thread.deleteMany({ where: isOwners })
    if (count === 0) throw threadNotFound()
    for (const key of [threadId, ...runs.map(({ id }) => cancelKey(id))])
      await tx.$executeRaw`select pg_notify(${generationChannel}, ${key})`
    await recordEvent(tx, {
      actor: actorOf(owner),
      action: 'thread.deleted',
      subject: { kind: 'thread', id: threadId },
      reasonCode: 'asked',
      origin,
    })
  })
}
