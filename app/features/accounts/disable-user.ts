import type { Db } from '#app/platform/db.server.ts'
import type { Redis } from '#app/platform/redis.server.ts'
import { dropRequests } from './account-request.ts'
import { endSessions, forgetSessions } from './end-sessions.ts'

/** Keeps somebody out: their sessions end at once, and no link, code or password lets them in. */
export async function disableUser(
  { prisma, redis }: { prisma: Db; redis: Redis },
  userId: string,
): Promise<void> {
  const ended = await prisma.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    await dropRequests(tx, userId)
    return endSessions(tx, { userId, except: null })
  })
  await forgetSessions(redis, ended)
}
