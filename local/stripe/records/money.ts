import { z } from 'zod'
import { lineRecord } from './subscription.ts'
import { cents, metadataRecord, time } from './values.ts'

export const invoiceRecord = z.object({
  id: z.string(),
  created: time,
  customer: z.string(),
  customerEmail: z.string().nullable(),
  customerName: z.string().nullable(),
  subscription: z.string(),
  reason: z.enum(['subscription_create', 'subscription_cycle', 'subscription_update']),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']),
  number: z.string().nullable(),
  currency: z.string(),
  lines: z.array(lineRecord),
  discount: z.string().nullable(),
  discountAmount: cents,
  startingBalance: cents,
  endingBalance: cents.nullable(),
  amountDue: cents,
  amountPaid: cents,
  attempts: z.int(),
  nextAttempt: time.nullable(),
  finalizesAt: time.nullable(),
  finalizedAt: time.nullable(),
  paidAt: time.nullable(),
  voidedAt: time.nullable(),
  uncollectibleAt: time.nullable(),
  periodStart: time,
  periodEnd: time,
  intent: z.string().nullable(),
  automaticTax: z.boolean(),
})
export type InvoiceRecord = z.infer<typeof invoiceRecord>

export const chargeRecord = z.object({
  id: z.string(),
  created: time,
  amount: cents,
  currency: z.string(),
  customer: z.string().nullable(),
  intent: z.string(),
  card: z.string(),
  paid: z.boolean(),
  declineCode: z.string().nullable(),
  refunded: cents,
  disputed: z.boolean(),
  description: z.string().nullable(),
})
export type ChargeRecord = z.infer<typeof chargeRecord>

export const intentRecord = z.object({
  id: z.string(),
  created: time,
  amount: cents,
  currency: z.string(),
  customer: z.string().nullable(),
  card: z.string(),
  status: z.enum(['requires_payment_method', 'succeeded', 'canceled']),
  latestCharge: z.string().nullable(),
  description: z.string().nullable(),
})
export type IntentRecord = z.infer<typeof intentRecord>

export const refundRecord = z.object({
  id: z.string(),
  created: time,
  amount: cents,
  charge: z.string(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).nullable(),
  /** Whether the bank has sent it back. */
  hasFailed: z.boolean().default(false),
  metadata: metadataRecord,
})
export type RefundRecord = z.infer<typeof refundRecord>

export const disputeRecord = z.object({
  id: z.string(),
  created: time,
  amount: cents,
  charge: z.string(),
  reason: z.string(),
  status: z.enum(['needs_response', 'under_review', 'won', 'lost']),
  metadata: metadataRecord,
})
export type DisputeRecord = z.infer<typeof disputeRecord>
