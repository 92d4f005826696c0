import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Tx } from '#app/platform/db.server.ts'

/**
 * Gives somebody a plan until a day without Stripe, in the caller's transaction: once for a reason, and given again never
 * for a shorter time. It ends by itself, and costs nobody anything.
 */
export async function grantPlan(
  tx: Tx,
  { userId, plan, until, reason }: { userId: string; plan: 'pro' | 'team'; until: Date; reason: string },
): Promise<void> {
  const was = await tx.planGrant.findUnique({ where: { userId_reason: { userId, reason } } })
  if (was && was.until >= until) return
  await tx.planGrant.upsert({
    where: { userId_reason: { userId, reason } },
    create: { userId, plan, until, reason },
    update: { plan, until },
  })
  await recordEvent(tx, {
    actor: { kind: 'system' },
    action: 'user.plan-granted',
    subject: { kind: 'user', id: userId },
    reasonCode: reason,
    data: { plan, until: until.toISOString() },
  })
}
