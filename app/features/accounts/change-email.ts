import type { Origin } from '#app/features/audit/event-origin.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import { type Db, Prisma } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfEmailChanged } from './account-mails.ts'
import { dropRequests, requestMailIn } from './account-request.ts'
import { confirmPassword } from './check-password.ts'
import { recordAccountEvent } from './record-account-event.ts'
import { linkIsOver, peek, redeemToken } from './redeem.ts'

/**
 * Asks for another address: the old one is told, the new one has to confirm. Answers the same where somebody has that
 * address. Throws `password-wrong` at `password`.
 */
export async function requestChangeOfEmail(
  db: Db,
  change: { userId: string; visitorId: string; email: string; password: string; origin: Origin },
): Promise<void> {
  const { userId, visitorId, email, password } = change
  await confirmPassword(db, { userId, password, field: 'password' })
  await db.$transaction(async (tx) => {
    await recordAccountEvent(tx, 'account.email-change-asked', change)
    await requestMailIn(tx, { purpose: 'change-email', email, userId, visitorId })
  })
}

/** The address that a link would set; null where the link is over or another's. */
export async function peekChangeOfEmail(
  db: Db,
  { token, userId }: { token: string; userId: string | null },
): Promise<{ email: string; isOwn: boolean } | null> {
  const request = await peek(db, token, ['change-email'])
  return request?.email ? { email: request.email, isOwn: request.userId === userId } : null
}

/**
 * Sets the address of a link, for the person who asked and is signed in: whoever may read the new address's mail but is
 * not them changes nothing. Both addresses are told. Throws `link-is-over` or `address-taken`.
 */
export async function completeChangeOfEmail(
  db: Db,
  sealer: Sealer,
  { token, userId, origin }: { token: string; userId: string; origin: Origin },
): Promise<void> {
  try {
    await db.$transaction(async (tx) => {
      const request = await redeemToken(tx, token, 'change-email')
      const { email } = request
      if (email === null || request.userId !== userId) throw linkIsOver()
      const before = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
      await tx.user.update({ where: { id: userId }, data: { email } })
      await dropRequests(tx, userId)
      await recordAccountEvent(tx, 'account.email-changed', { userId, origin })
      await enqueue(tx, 'assess_account', { userId })
      await enqueue(tx, 'tell_address', { userId, changeId: request.id })
      for (const to of [before.email, email])
        if (to !== null) await queueMail(tx, sealer, { to, ...mailOfEmailChanged(email) })
    })
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error
    throw new AppError('address-taken', 'This address has an account by now: your own stays as it is.', {
      status: 409,
    })
  }
}
