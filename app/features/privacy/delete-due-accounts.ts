import { endSessions, forgetSessions } from '#app/features/accounts/end-sessions.ts'
import { recordEvent } from '#app/features/audit/record-event.ts'
import { leaveStripe } from '#app/features/billing/end-customer.ts'
import { forgetCapture } from '#app/features/captures/capture-record.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import { forgetAddress } from '#app/features/mail/suppressions.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import type { Storage } from '#app/platform/storage.ts'
import { mailOfDeleted } from './privacy-mails.ts'

const mostAtOnce = 50

type Dependencies = { prisma: Db; redis: Redis; storage: Storage; sealer: Sealer }

/**
 * Deletes the accounts whose time is over, 50 at most, with all that belongs to them: threads, sources, files, kept
 * threads, sessions and messages, and with the payment provider told. What stays is what the law and the books ask for: the audit trail for its time, what
 * was paid, and what models have cost, under a number that leads to nobody any more. Returns how many.
 */
export async function deleteDueAccounts(dependencies: Dependencies, now = new Date()): Promise<number> {
  const due = await dependencies.prisma.user.findMany({
    where: { deleteAfter: { lte: now } },
    select: { id: true },
    orderBy: { deleteAfter: 'asc' },
    take: mostAtOnce,
  })
  let deleted = 0
  for (const { id } of due) if (await deleteAccount(dependencies, id, now)) deleted += 1
  return deleted
}

/** False where its owner has kept it at the last moment, or another worker was quicker. */
async function deleteAccount(
  { prisma, redis, storage, sealer }: Dependencies,
  userId: string,
  now: Date,
): Promise<boolean> {
  const gone = await prisma.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ email: string | null }[]>`
      select email from users where id = ${userId}::uuid and delete_after <= ${now} for update skip locked`
    if (!held) return null
    const files = await filesOf(tx, userId)
    const sessions = await endSessions(tx, { userId, except: null })
    if (held.email !== null) {
      await tx.mail.deleteMany({ where: { to: held.email } })
      await forgetAddress(tx, held.email)
      await forgetCapture(tx, held.email)
      await queueMail(tx, sealer, { to: held.email, ...mailOfDeleted() })
    }
    await leaveStripe(tx, userId)
    await tx.user.delete({ where: { id: userId } })
    await recordEvent(tx, {
      actor: { kind: 'system' },
      action: 'account.deleted',
      subject: { kind: 'user', id: userId },
      reasonCode: 'own-wish',
    })
    return { files, sessions }
  })
  if (!gone) return false
  // Should the worker die here, the sweeps of old files find them.
  for (const key of gone.files) await storage.delete(key)
  await forgetSessions(redis, gone.sessions)
  return true
}

async function filesOf(tx: Tx, userId: string): Promise<string[]> {
  const exports = await tx.dataExport.findMany({ where: { userId }, select: { storageKey: true } })
  const sources = await tx.source.findMany({
    where: { userId, storageKey: { not: null } },
    select: { storageKey: true },
  })
  return [...exports, ...sources].flatMap(({ storageKey }) => storageKey ?? [])
}
