import type { Origin } from '#app/features/audit/event-origin.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfPasswordChanged } from './account-mails.ts'
import { dropRequests } from './account-request.ts'
import { confirmPassword } from './check-password.ts'
import { endSessions, forgetSessions } from './end-sessions.ts'
import { hashNewPassword } from './password.ts'
import { recordAccountEvent } from './record-account-event.ts'
import { linkIsOver, peek, redeemToken } from './redeem.ts'

type Dependencies = { prisma: Db; redis: Redis; sealer: Sealer; appUrl: string }

/**
 * Sets a new password by a mailed link, ends every session and what programs were signed in with, and drops every other
 * link and code. API keys stay; `keys` says how many there are. The link is used up only by a password that is taken.
 * Throws `link-is-over`, or an AppError at `password`.
 */
export async function resetPassword(
  { prisma, redis, sealer, appUrl }: Dependencies,
  { token, password, origin }: { token: string; password: string; origin: Origin },
): Promise<{ userId: string; keys: number }> {
  const request = await peek(prisma, token, ['reset'])
  if (!request?.userId || request.email === null) throw linkIsOver()
  const passwordHash = await hashNewPassword(password, { email: request.email })
  const { ended, ...outcome } = await prisma.$transaction(async (tx) => {
    const { userId, email } = await redeemToken(tx, token, 'reset')
    if (userId === null || email === null) throw linkIsOver()
    await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    await dropRequests(tx, userId)
    const keys = await tx.apiKey.count({ where: { userId } })
    await queueMail(tx, sealer, { to: email, ...mailOfPasswordChanged(appUrl, keys) })
    await recordAccountEvent(tx, 'account.password-reset', { userId, origin })
    return { userId, keys, ended: await endSessions(tx, { userId, except: null }) }
  })
  await forgetSessions(redis, ended)
  return outcome
}

/**
 * Changes the password of who knows the present one, and ends their other sessions and what programs were signed in with.
 * API keys stay. Throws an AppError at a field.
 */
export async function changePassword(
  { prisma, redis, sealer, appUrl }: Dependencies,
  change: {
    userId: string
    sessionId: string
    email: string | null
    present: string
    chosen: string
    origin: Origin
  },
): Promise<void> {
  const { userId, sessionId, email } = change
  await confirmPassword(prisma, { userId, password: change.present, field: 'present' })
  const passwordHash = await hashNewPassword(change.chosen, { email: email ?? '', field: 'chosen' })
  const ended = await prisma.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    await dropRequests(tx, userId)
    await recordAccountEvent(tx, 'account.password-changed', change)
    const keys = await tx.apiKey.count({ where: { userId } })
    if (email !== null) await queueMail(tx, sealer, { to: email, ...mailOfPasswordChanged(appUrl, keys) })
    return endSessions(tx, { userId, except: sessionId })
  })
  await forgetSessions(redis, ended)
}
