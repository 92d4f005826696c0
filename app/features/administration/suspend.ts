import { endSessions, forgetSessions } from '#app/features/accounts/end-sessions.ts'
import { keepOut } from '#app/features/accounts/keep-out.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { type Doing, doTo, type Standing } from './deed.ts'
import { recordDeed } from './record-deed.ts'

type Dependencies = { prisma: Db; redis: Redis }

/** Keeps somebody out, at once and in every browser. Throws `own-account` (409), and what `doTo` throws. */
export async function suspend({ prisma, redis }: Dependencies, doing: Doing): Promise<void> {
  if (doing.by === doing.on)
    throw new AppError('own-account', 'You can’t suspend yourself. Ask another admin.', { status: 409 })
  const ended = await doTo(prisma, doing, 'users.suspend', (standing) => suspendStanding(standing, doing))
  await forgetSessions(redis, ended)
}

/** The same as a part of another deed. Gives what has to be passed to `forgetSessions` once that is through. */
export async function suspendStanding({ tx, subject }: Standing, doing: Doing): Promise<string[]> {
  if (subject.isDisabled) return []
  await recordDeed(tx, doing, 'user.suspended')
  return keepOut(tx, subject.id)
}

/** Lets somebody in again who was suspended; they sign in anew. */
export async function liftSuspension({ prisma }: Pick<Dependencies, 'prisma'>, doing: Doing): Promise<void> {
  await doTo(prisma, doing, 'users.suspend', async ({ tx, subject }) => {
    if (!subject.isDisabled) return
    await tx.user.update({ where: { id: subject.id }, data: { disabledAt: null } })
    await recordDeed(tx, doing, 'user.restored')
  })
}

/** Signs somebody out everywhere. */
export async function endAllSessions({ prisma, redis }: Dependencies, doing: Doing): Promise<void> {
  const ended = await doTo(prisma, doing, 'users.end-sessions', async ({ tx, subject }) => {
    await recordDeed(tx, doing, 'user.sessions-ended')
    return endSessions(tx, { userId: subject.id, except: null })
  })
  await forgetSessions(redis, ended)
}
