import { forgetSessions } from '#app/features/accounts/end-sessions.ts'
import { keepOut } from '#app/features/accounts/keep-out.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Redis } from '#app/platform/redis/redis.ts'

/** Keeps somebody out, whoever may have wanted that. */
export async function disableUser(
  { prisma, redis }: { prisma: Db; redis: Redis },
  userId: string,
): Promise<void> {
  await forgetSessions(redis, await prisma.$transaction((tx) => keepOut(tx, userId)))
}
