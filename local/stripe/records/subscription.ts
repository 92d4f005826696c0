import { z } from 'zod'
import { cents, metadataRecord, time } from './values.ts'

/** What an invoice charges or gives back for one thing over a period. */
export const lineRecord = z.object({
  id: z.string(),
  amount: cents,
  description: z.string(),
  price: z.string(),
  periodStart: time,
  periodEnd: time,
  proration: z.boolean(),
})
export type LineRecord = z.infer<typeof lineRecord>

const pauseRecord = z.object({
  behavior: z.enum(['keep_as_draft', 'mark_uncollectible', 'void']),
  resumesAt: time.nullable(),
})

const statuses = [
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'canceled',
  'paused',
  'incomplete',
  'incomplete_expired',
] as const

const cancellationRecord = z.object({
  comment: z.string().nullable(),
  feedback: z.string().nullable(),
  reason: z.enum(['cancellation_requested', 'payment_failed', 'payment_disputed']).nullable(),
})

export const subscriptionRecord = z.object({
  id: z.string(),
  item: z.string(),
  created: time,
  customer: z.string(),
  price: z.string(),
  status: z.enum(statuses),
  periodStart: time,
  periodEnd: time,
  /** What the ends of all periods are counted from. */
  anchor: time,
  trialStart: time.nullable(),
  trialEnd: time.nullable(),
  trialEndTold: z.boolean(),
  withoutCard: z.enum(['create_invoice', 'cancel', 'pause']),
  cancelAtPeriodEnd: z.boolean(),
  cancelAt: time.nullable(),
  canceledAt: time.nullable(),
  endedAt: time.nullable(),
  cancellation: cancellationRecord,
  card: z.string().nullable(),
  discount: z.string().nullable(),
  pause: pauseRecord.nullable(),
  /** What the next invoice charges or gives back besides the price. */
  pending: z.array(lineRecord),
  latestInvoice: z.string().nullable(),
  automaticTax: z.boolean(),
  description: z.string().nullable(),
  metadata: metadataRecord,
})
export type SubscriptionRecord = z.infer<typeof subscriptionRecord>
