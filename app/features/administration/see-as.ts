import { forgetSessions } from '#app/features/accounts/end-sessions.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { minutes } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { type Doing, doTo } from './deed.ts'
import { recordDeed } from './record-deed.ts'

const longestSeeing = minutes(30)

type Dependencies = { prisma: Db; redis: Redis }
type OwnSession = { sessionId: string; tokenHash: string }

/**
 * Lets an admin's session look at Threadr as somebody does, for 30 minutes; `readViewer` keeps it from changing anything.
 * Throws `not-seen-as` (409) where that is somebody with a role, and what `doTo` throws.
 */
export async function beginSeeing(
  { prisma, redis }: Dependencies,
  doing: Doing,
  { sessionId, tokenHash }: OwnSession,
): Promise<void> {
  await doTo(prisma, doing, 'users.see-as', async ({ tx, subject }) => {
    if (subject.role !== 'user')
      throw new AppError('not-seen-as', 'Threadr is seen as users only, not as support or admins.', {
        status: 409,
      })
    await endOpen(tx, { sessionId }, 'another')
    const until = new Date(Date.now() + longestSeeing)
    await tx.seeing.create({ data: { adminId: doing.by, personId: doing.on, sessionId, until } })
    await recordDeed(tx, doing, 'seeing.began', { until: until.toISOString() })
  })
  await forgetSessions(redis, [tokenHash])
}

/** Ends what this session sees as somebody else. Gives whom it was; null where there was nobody. */
export async function endSeeing(
  { prisma, redis }: Dependencies,
  { sessionId, tokenHash }: OwnSession,
): Promise<{ personId: string } | null> {
  const [ended] = await prisma.$transaction((tx) => endOpen(tx, { sessionId }, 'asked'))
  await forgetSessions(redis, [tokenHash])
  return ended ?? null
}

/** Writes down the end of those whose time is over, or whose session is. Returns how many. */
export async function sweepSeeings(prisma: Db, now = new Date()): Promise<number> {
  const over = { OR: [{ until: { lte: now } }, { sessionId: null }] }
  return (await prisma.$transaction((tx) => endOpen(tx, over, 'over'))).length
}

async function endOpen(
  tx: Tx,
  which: { sessionId: string } | { OR: ({ until: { lte: Date } } | { sessionId: null })[] },
  reasonCode: string,
): Promise<{ personId: string }[]> {
  const ended = await tx.seeing.updateManyAndReturn({
    where: { endedAt: null, ...which },
    data: { endedAt: new Date() },
    select: { adminId: true, personId: true },
  })
  for (const { adminId, personId } of ended)
    await recordEvent(tx, {
      actor: { kind: 'user', id: adminId },
      action: 'seeing.ended',
      subject: { kind: 'user', id: personId },
      reasonCode,
    })
  return ended
}
