import { z } from 'zod'
import { cardRecord, customerRecord } from './records/customer.ts'
import { couponRecord, discountRecord, promotionCodeRecord } from './records/discount.ts'
import { eventRecord } from './records/event.ts'
import { chargeRecord, disputeRecord, intentRecord, invoiceRecord, refundRecord } from './records/money.ts'
import { priceRecord } from './records/price.ts'
import { checkoutRecord, portalRecord } from './records/session.ts'
import { subscriptionRecord } from './records/subscription.ts'

const table = <Record extends z.ZodType>(record: Record) => z.record(z.string(), record)

/** Everything that the stand-in remembers, each table by id and in the order of making. */
export const stateSchema = z.object({
  version: z.literal(1),
  /** Seconds that its clock is ahead of the computer's. */
  ahead: z.int().min(0),
  /** What becomes of a subscription whose last retry failed, as the settings of a Stripe account say. */
  afterRetries: z.enum(['canceled', 'unpaid', 'past_due']),
  /** Every price that was ever offered, as something may have been bought at it. */
  prices: table(priceRecord),
  customers: table(customerRecord),
  cards: table(cardRecord),
  subscriptions: table(subscriptionRecord),
  invoices: table(invoiceRecord),
  charges: table(chargeRecord),
  intents: table(intentRecord),
  refunds: table(refundRecord),
  disputes: table(disputeRecord),
  coupons: table(couponRecord),
  promotionCodes: table(promotionCodeRecord),
  discounts: table(discountRecord),
  checkouts: table(checkoutRecord),
  portals: table(portalRecord),
  events: table(eventRecord),
})
export type State = z.infer<typeof stateSchema>

export const emptyState = (): State => ({
  version: 1,
  ahead: 0,
  afterRetries: 'canceled',
  prices: {},
  customers: {},
  cards: {},
  subscriptions: {},
  invoices: {},
  charges: {},
  intents: {},
  refunds: {},
  disputes: {},
  coupons: {},
  promotionCodes: {},
  discounts: {},
  checkouts: {},
  portals: {},
  events: {},
})
