import type { StripeDoor } from '#app/integrations/stripe/door.ts'
import { StripeFailure } from '#app/integrations/stripe/failures.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'

/** Has Stripe told that somebody's account goes, in the transaction in which it does. */
export async function leaveStripe(tx: Tx, userId: string): Promise<void> {
  const row = await tx.subscription.findUnique({ where: { userId }, select: { customerId: true } })
  if (row?.customerId) await enqueue(tx, 'end_customer', { customerId: row.customerId })
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
