import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'

/** Signs every program out that somebody signed in with their password, from its next request on. */
export async function endGrants(db: Db | Tx, userId: string): Promise<void> {
  await db.apiGrant.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } })
}

/** Signs one of a person's programs out, from its next request on. One that is over, or another's, is left as it is. */
export async function endGrant(
  db: Db,
  { userId, id, origin }: { userId: string; id: string; origin: Origin },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.apiGrant.updateMany({
      where: { id, userId, endedAt: null },
      data: { endedAt: new Date() },
    })
    if (count === 0) return
    await recordEvent(tx, {
      actor: { kind: 'user', id: userId },
      action: 'api-grant.ended',
      subject: { kind: 'api-grant', id },
      reasonCode: 'asked',
      origin,
    })
  })
}

/** Deletes grants that ended a month ago, or whose every token is over for a day, 5,000 at most. Returns how many. */
export async function sweepGrants(db: Db, now = new Date()): Promise<number> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  const over = await db.apiGrant.findMany({
    where: {
      OR: [
        { endedAt: { lt: before(days(30)) } },
        {
          refreshTokens: { every: { expiresAt: { lt: before(days(1)) } } },
          createdAt: { lt: before(days(1)) },
        },
      ],
    },
    select: { id: true },
    take: 5_000,
  })
  const { count } = await db.apiGrant.deleteMany({ where: { id: { in: over.map(({ id }) => id) } } })
  return count
}
