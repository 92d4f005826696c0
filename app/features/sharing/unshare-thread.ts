import type { Origin } from '#app/features/audit/event-origin.ts'
import { actorOf, recordEvent } from '#app/features/audit/record-event.ts'
import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'

/** Takes a thread's public page away, from the next request on; its link never leads anywhere again. One that is gone, or another's, is left as it is. */
export async function unshareThread(
  db: Db,
  owner: Owner,
  { threadId, origin }: { threadId: string; origin: Origin },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.share.deleteMany({ where: { threadId, thread: ownerColumns(owner) } })
    if (count === 0) return
    await recordEvent(tx, {
      actor: actorOf(owner),
      action: 'thread.unshared',
      subject: { kind: 'thread', id: threadId },
      reasonCode: 'asked',
      origin,
    })
  })
}
