import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Db } from '#app/platform/db.server.ts'

/** Ends a key of a person's own, from the next request on. One that is gone, or another's, is left as it is. */
export async function revokeKey(
  db: Db,
  { userId, id, origin }: { userId: string; id: string; origin: Origin },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.apiKey.deleteMany({ where: { id, userId } })
    if (count === 0) return
    await recordEvent(tx, {
      actor: { kind: 'user', id: userId },
      action: 'api-key.revoked',
      subject: { kind: 'api-key', id },
      reasonCode: 'asked',
      origin,
    })
  })
}
