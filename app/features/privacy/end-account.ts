import { confirmPassword } from '#app/features/accounts/check-password.ts'
import { endSessions, forgetSessions } from '#app/features/accounts/end-sessions.ts'
import { recordAccountEvent } from '#app/features/accounts/record-account-event.ts'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfDeletion } from './privacy-mails.ts'

/** How long an account can be kept after all, in days. */
const graceDays = 7

type Dependencies = { prisma: Db; redis: Redis; sealer: Sealer; appUrl: string }
type Wish = { userId: string; sessionId: string; origin: Origin }

/**
 * Has an account deleted in seven days; other browsers are signed out now, and the person is told by mail how to keep
 * it. Asked for again, the first date stays. Throws `password-wrong` at `password`.
 */
export async function endAccount(
  { prisma, redis, sealer, appUrl }: Dependencies,
  { userId, sessionId, password, origin }: Wish & { password: string },
): Promise<void> {
  await confirmPassword(prisma, { userId, password, field: 'password' })
  const ended = await prisma.$transaction(async (tx) => {
    const deleteAfter = new Date(Date.now() + days(graceDays))
    const { count } = await tx.user.updateMany({
      where: { id: userId, deleteAfter: null },
      data: { deleteAfter },
    })
    if (count === 0) return []
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
    await recordAccountEvent(tx, 'account.deletion-asked', { userId, origin })
    if (email !== null) await queueMail(tx, sealer, { to: email, ...mailOfDeletion(appUrl, deleteAfter) })
    return endSessions(tx, { userId, except: sessionId })
  })
  await forgetSessions(redis, ended)
}

/** Keeps an account that was to be deleted; one that was not stays as it is. */
export async function keepAccount(
  { prisma }: Pick<Dependencies, 'prisma'>,
  { userId, origin }: Omit<Wish, 'sessionId'>,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, deleteAfter: { not: null } },
      data: { deleteAfter: null },
    })
    if (count > 0) await recordAccountEvent(tx, 'account.kept', { userId, origin })
  })
}
