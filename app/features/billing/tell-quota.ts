import { queueMail } from '#app/features/mail/queue-mail.ts'
import { whereWanted } from '#app/features/mail/wishes/keep-wishes.ts'
import { stopUrlOf } from '#app/features/mail/wishes/mail-link.ts'
import { quotaMail } from '#app/features/mail/words/quota.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { ownerKey } from '#app/platform/owner.ts'
import type { JobPayload } from '#app/platform/queue/catalog.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { type Plan, plans } from './plans.ts'

/** At how many percent of a plan its owner is told. */
const shares = [80, 100] as const

const threadsAt = ({ threads }: Pick<Plan, 'threads'>, share: number) => Math.ceil((threads * share) / 100)

/**
 * Adds the job that tells somebody of what they have used, in the transaction that took it: counts grow one by one under a
 * lock, so that exactly one of any number at once reaches a share.
 */
export async function noteUsed(
  tx: Tx,
  userId: string,
  { plan, used, period }: { plan: Plan; used: number; period: string },
): Promise<void> {
  if (plan.name === 'visitor') return
  for (const share of shares)
    if (used === threadsAt(plan, share))
      await enqueue(tx, 'tell_quota', { userId, plan: plan.name, period, share })
}

export type TellDependencies = {
  prisma: Db
  sealer: Sealer
  appUrl: string
  /** Whether larger plans can be bought. */
  isSold: boolean
}

/**
 * Writes to somebody that they have used so much of their plan, once a period. Not where a thread was given back meanwhile:
 * then whichever takes its place tells.
 */
export async function tellQuota(
  { prisma, sealer, appUrl, isSold }: TellDependencies,
  { userId, plan: name, period, share }: JobPayload<'tell_quota'>,
): Promise<void> {
  const plan: Plan = plans[name]
  const used = threadsAt(plan, share)
  const start = new Date(`${period}T00:00:00Z`)
  const renewsAt = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1))
  await prisma.$transaction(async (tx) => {
    const counted = await tx.quotaUsage.findUnique({
      where: { subject_period: { subject: ownerKey({ userId }), period: start } },
    })
    const reached = await whereWanted(tx, userId, 'usage')
    if (!reached || !counted || counted.used < used) return
    const mail = quotaMail({
      appUrl,
      used,
      of: plan.threads,
      renewsAt,
      plan: plan.title,
      canUpgrade: isSold && name === 'free',
      stopUrl: stopUrlOf({ sealer, appUrl }, { userId }, 'usage'),
    })
    await queueMail(tx, sealer, {
      ...mail,
      to: reached.email,
      key: `quota:${userId}:${period}:${name}:${share}`,
    })
  })
}
