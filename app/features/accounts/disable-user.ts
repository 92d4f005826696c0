import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Redis } from '#app/platform/redis.server.ts'
import { dropRequests } from './account-request.ts'
import { endSessions, forgetSessions } from './end-sessions.ts'

/**
 * Keeps somebody out, in the caller's transaction: their sessions end, and no link, code or password lets them in. Gives
 * what has to be passed to `forgetSessions` once that is through.
 */
export async function keepOut(tx: Tx, userId: string): Promise<string[]> {
  await tx.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
  await dropRequests(tx, userId)
  return endSessions(tx, { userId, except: null })
}

/** The same in a transaction of its own. */
export async function disableUser(
  { prisma, redis }: { prisma: Db; redis: Redis },
  userId: string,
): Promise<void> {
  await forgetSessions(redis, await prisma.$transaction((tx) => keepOut(tx, userId)))
}
