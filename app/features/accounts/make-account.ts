import { countEvent } from '#app/features/analytics/count-event.ts'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import { coarseAddress } from '#app/platform/client-address.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailOfWelcome } from './account-mails.ts'
import { recordAccountEvent } from './record-account-event.ts'

/**
 * Makes an account, in the caller's transaction: the one place where that happens, however somebody came to it. The address
 * is proven to be theirs by then, so they are welcomed by mail. A worker looks afterwards whether it is one of many in one hand, so that nobody waits for
 * that and nothing of it stops them. Throws Prisma's P2002 where the address has an account.
 */
export async function makeAccount(
  tx: Tx,
  { sealer, appUrl }: { sealer: Sealer; appUrl: string },
  {
    email,
    passwordHash,
    visitorId,
    origin,
  }: { email: string; passwordHash: string | null; visitorId: string; origin: Origin },
): Promise<{ userId: string }> {
  const name = email.slice(0, email.indexOf('@'))
  const { id: userId } = await tx.user.create({ data: { email, name, passwordHash }, select: { id: true } })
  await recordAccountEvent(tx, 'account.made', { userId, origin })
  await countEvent(tx, 'signed_up', {}, { owner: { userId }, seenAs: { visitorId } })
  await queueMail(tx, sealer, { to: email, key: `welcome:${userId}`, ...mailOfWelcome(appUrl) })
  await enqueue(tx, 'assess_account', { userId, madeIn: { visitorId, network: coarseAddress(origin.ip) } })
  // An address that they left as a visitor is the account's from now on.
  await enqueue(tx, 'tie_capture', { userId })
  return { userId }
}

/**
 * Makes an account of one that somebody had at the earlier Threadr, in the caller's transaction, or gives the one that has its
 * address by now. Nobody has shown that the address is theirs, so there is no password and nothing is written to it: they
 * come in by a code, which only its mailbox gets.
 */
export async function takeOverAccount(
  tx: Tx,
  { email, name, createdAt }: { email: string; name: string; createdAt: Date | undefined },
): Promise<{ userId: string; isNew: boolean }> {
  const { count } = await tx.user.createMany({ data: [{ email, name, createdAt }], skipDuplicates: true })
  const { id: userId } = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } })
  if (count === 0) return { userId, isNew: false }
  await recordEvent(tx, {
    actor: { kind: 'system' },
    action: 'account.taken-over',
    subject: { kind: 'user', id: userId },
    reasonCode: 'legacy',
  })
  await enqueue(tx, 'tie_capture', { userId })
  return { userId, isNew: true }
}
