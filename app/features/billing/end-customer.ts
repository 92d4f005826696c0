import type { StripeDoor } from '#app/integrations/stripe/door.ts'
import { StripeFailure } from '#app/integrations/stripe/failures.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { recordChange } from './record-change.ts'

/** Has Stripe told that somebody's account goes, and the books that they pay no more, in the transaction in which it does. */
export async function leaveStripe(tx: Tx, userId: string): Promise<void> {
  // Locked, so that nobody who has just asked Stripe adds to the books in between.
  const [row] = await tx.$queryRaw<
    { customerId: string | null; cents: number; currency: string | null; now: Date }[]
  >`
    select customer_id as "customerId", monthly_cents as cents, currency, clock_timestamp() as now
    from subscriptions where user_id = ${userId}::uuid for update`
  if (!row?.customerId) return
  const { customerId, now: at, ...before } = row
  await recordChange(tx, { userId, customerId, at }, before, { cents: 0, currency: null })
  await enqueue(tx, 'end_customer', { customerId })
}

/**
 * Deletes a customer at Stripe, which ends their subscription at once and charges nothing more. One that is gone already is
 * well. Throws StripeFailures.
 */
export async function endCustomer({ door }: { door: StripeDoor }, customerId: string): Promise<void> {
  await door
    .ask((stripe) => stripe.customers.del(customerId, {}, { idempotencyKey: `end:${customerId}` }))
    .catch((error: unknown) => {
      if (!(error instanceof StripeFailure && error.code === 'payments-missing')) throw error
    })
}
