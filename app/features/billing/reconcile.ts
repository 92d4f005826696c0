import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import { enqueueMany } from '#app/platform/queue/enqueue.ts'

/** The customers whose plan is to be looked up again: those not asked about for half a day, and those with events waiting. */
export async function reconcileSubscriptions(prisma: Db): Promise<number> {
  const due = await prisma.$queryRaw<{ customerId: string }[]>`
    select customer_id as "customerId" from subscriptions
    where customer_id is not null and (synced_at is null or synced_at < now() - interval '12 hours')
    union
    select customer_id from stripe_events
    where customer_id is not null and handled_at is null and received_at < now() - interval '15 minutes'`
  await enqueueMany(prisma, 'sync_customer', due)
  return due.length
}

/** Deletes events that Stripe has long stopped to send again, which it does after three days. Returns how many. */
export async function sweepEvents(prisma: Db): Promise<number> {
  const { count } = await prisma.stripeEvent.deleteMany({
    where: { handledAt: { not: null }, receivedAt: { lt: new Date(Date.now() - days(60)) } },
  })
  return count
}
