import { z } from 'zod'
import { cents, metadataRecord, time } from './values.ts'

export const couponRecord = z.object({
  id: z.string(),
  created: time,
  name: z.string().nullable(),
  percentOff: z.number().nullable(),
  amountOff: cents.nullable(),
  currency: z.string().nullable(),
  duration: z.enum(['once', 'repeating', 'forever']),
  durationInMonths: z.int().nullable(),
  maxRedemptions: z.int().nullable(),
  redeemBy: time.nullable(),
  timesRedeemed: z.int(),
  metadata: metadataRecord,
})
export type CouponRecord = z.infer<typeof couponRecord>

export const promotionCodeRecord = z.object({
  id: z.string(),
  created: time,
  code: z.string(),
  coupon: z.string(),
  active: z.boolean(),
  customer: z.string().nullable(),
  expiresAt: time.nullable(),
  maxRedemptions: z.int().nullable(),
  firstTimeOnly: z.boolean(),
  timesRedeemed: z.int(),
  metadata: metadataRecord,
})
export type PromotionCodeRecord = z.infer<typeof promotionCodeRecord>

export const discountRecord = z.object({
  id: z.string(),
  coupon: z.string(),
  promotionCode: z.string().nullable(),
  customer: z.string(),
  subscription: z.string().nullable(),
  start: time,
  /** When it no longer counts; null for one that lasts, and for one that counts once. */
  end: time.nullable(),
  /** The one invoice that a discount for once stands on. */
  usedOn: z.string().nullable(),
})
export type DiscountRecord = z.infer<typeof discountRecord>
