import type Stripe from 'stripe'
import type { StripeDoor } from '#app/integrations/stripe/door.ts'
import { StripeFailure } from '#app/integrations/stripe/failures.ts'

/** All that Stripe says of a customer now; null where it has no such customer any more. */
export type StripeFacts = {
  subscriptions: Stripe.Subscription[]
  /** The newest first, two years of monthly ones. */
  invoices: Stripe.Invoice[]
  charges: Stripe.Charge[]
  refunds: Stripe.Refund[]
  disputes: Stripe.Dispute[]
}

/** Stripe's seconds since 1970 as a date. */
export const timeOf = (seconds: number) => new Date(seconds * 1000)

/** Of one customer; who pays every month has 100 after eight years. */
const most = 100

/** Null for what Stripe doesn't know. */
const ifThere = <Thing>(asked: Promise<Thing>): Promise<Thing | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof StripeFailure && error.code === 'payments-missing') return null
    throw error
  })

/** Asks Stripe afresh, also about refunds that are known, which it lists no longer once they failed. Throws StripeFailures. */
export async function readStripeFacts(
  door: StripeDoor,
  customerId: string,
  knownRefunds: readonly string[],
): Promise<StripeFacts | null> {
  const customer = await ifThere(door.ask((stripe) => stripe.customers.retrieve(customerId)))
  if (!customer || customer.deleted) return null
  const of = { customer: customerId, limit: most }
  const subscriptions = await door.ask((stripe) => stripe.subscriptions.list({ ...of, status: 'all' }))
  const invoices = await door.ask((stripe) => stripe.invoices.list({ ...of, limit: 24 }))
  const charges = await door.ask((stripe) => stripe.charges.list(of).autoPagingToArray({ limit: 1_000 }))
  const refunds: Stripe.Refund[] = []
  const disputes: Stripe.Dispute[] = []
  for (const { id: charge, amount_refunded: refunded, disputed } of charges) {
    if (refunded > 0)
      refunds.push(...(await door.ask((stripe) => stripe.refunds.list({ charge, limit: most }))).data)
    if (disputed)
      disputes.push(...(await door.ask((stripe) => stripe.disputes.list({ charge, limit: most }))).data)
  }
  const unlisted = knownRefunds.filter((id) => !refunds.some((refund) => refund.id === id))
  for (const id of unlisted) {
    const refund = await ifThere(door.ask((stripe) => stripe.refunds.retrieve(id)))
    if (refund) refunds.push(refund)
  }
  return { subscriptions: subscriptions.data, invoices: invoices.data, charges, refunds, disputes }
}
