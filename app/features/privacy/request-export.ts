import type { Origin } from '#app/features/audit/event-origin.ts'
import { actorOf, recordEvent } from '#app/features/audit/record-event.ts'
import type { Db } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'

/** Has a worker put all of a person's data into a file. Asked for again while it is at work, that goes on. */
export async function requestExport(
  db: Db,
  { userId, origin }: { userId: string; origin: Origin },
): Promise<void> {
  await inRetriedTransaction(db, async (tx) => {
    const atWork = await tx.dataExport.findFirst({
      where: { userId, finishedAt: null },
      select: { id: true },
    })
    if (atWork) return
    const { id } = await tx.dataExport.create({ data: { userId }, select: { id: true } })
    await enqueue(tx, 'export_data', { exportId: id })
    await recordEvent(tx, {
      actor: actorOf({ userId }),
      action: 'data.export-asked',
      subject: { kind: 'user', id: userId },
      reasonCode: 'own-wish',
      origin,
    })
  })
}
