import { z } from 'zod'
import { metadataRecord, time } from './values.ts'

export const checkoutRecord = z.object({
  id: z.string(),
  created: time,
  expiresAt: time,
  status: z.enum(['open', 'complete', 'expired']),
  customer: z.string().nullable(),
  customerEmail: z.string().nullable(),
  price: z.string(),
  trialDays: z.int().nullable(),
  trialEnd: time.nullable(),
  withoutCard: z.enum(['create_invoice', 'cancel', 'pause']),
  cardIfRequired: z.boolean(),
  coupon: z.string().nullable(),
  promotionCode: z.string().nullable(),
  allowsPromotionCodes: z.boolean(),
  automaticTax: z.boolean(),
  collectsTaxId: z.boolean(),
  clientReference: z.string().nullable(),
  metadata: metadataRecord,
  subscriptionMetadata: metadataRecord,
  subscriptionDescription: z.string().nullable(),
  successUrl: z.string(),
  cancelUrl: z.string().nullable(),
  locale: z.string().nullable(),
  subscription: z.string().nullable(),
  invoice: z.string().nullable(),
})
export type CheckoutRecord = z.infer<typeof checkoutRecord>

export const portalRecord = z.object({
  id: z.string(),
  created: time,
  customer: z.string(),
  returnUrl: z.string().nullable(),
  locale: z.string().nullable(),
  /** The forms that have been answered, so that a second click does nothing more. */
  answered: z.array(z.string()),
})
export type PortalRecord = z.infer<typeof portalRecord>
