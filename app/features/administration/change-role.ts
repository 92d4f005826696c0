import { endSessions, forgetSessions } from '#app/features/accounts/end-sessions.ts'
import type { Role } from '#app/features/accounts/permissions.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { type Doing, doTo } from './deed.ts'
import { recordDeed } from './record-deed.ts'

/**
 * Gives somebody a role. Their sessions end, so that they sign in anew to what they may do now. Throws `last-admin` (409)
 * where nobody would be left to give roles, and what `doTo` throws.
 */
export async function changeRole(
  { prisma, redis }: { prisma: Db; redis: Redis },
  doing: Doing,
  role: Role,
): Promise<void> {
  const ended = await doTo(prisma, doing, 'users.change-role', async ({ tx, subject, otherAdmins }) => {
    if (subject.role === role) return []
    if (subject.role === 'admin' && otherAdmins === 0)
      throw new AppError('last-admin', 'This is the last admin. Make somebody else one first.', {
        status: 409,
        field: 'role',
      })
    await tx.user.update({ where: { id: subject.id }, data: { role } })
    await recordDeed(tx, doing, 'user.role-changed', { from: subject.role, to: role })
    return endSessions(tx, { userId: subject.id, except: null })
  })
  await forgetSessions(redis, ended)
}
