import type Stripe from 'stripe'
import type { CouponRecord, DiscountRecord, PromotionCodeRecord } from '../records/discount.ts'
import type { World } from '../world.ts'
import type { Wire } from './wire.ts'

export function couponObject(world: World, coupon: CouponRecord): Wire<Stripe.Coupon> {
  return {
    id: coupon.id,
    object: 'coupon',
    amount_off: coupon.amountOff,
    created: coupon.created,
    currency: coupon.currency,
    duration: coupon.duration,
    duration_in_months: coupon.durationInMonths,
    livemode: false,
    max_redemptions: coupon.maxRedemptions,
    metadata: coupon.metadata,
    name: coupon.name,
    percent_off: coupon.percentOff,
    redeem_by: coupon.redeemBy,
    times_redeemed: coupon.timesRedeemed,
    valid: isCouponValid(world, coupon),
  }
}

export const isCouponValid = (world: World, coupon: CouponRecord) =>
  (coupon.redeemBy === null || coupon.redeemBy > world.now()) &&
  (coupon.maxRedemptions === null || coupon.timesRedeemed < coupon.maxRedemptions)

export function promotionCodeObject(world: World, code: PromotionCodeRecord): Wire<Stripe.PromotionCode> {
  return {
    id: code.id,
    object: 'promotion_code',
    active: isCodeActive(world, code),
    code: code.code,
    created: code.created,
    customer: code.customer,
    customer_account: null,
    expires_at: code.expiresAt,
    livemode: false,
    max_redemptions: code.maxRedemptions,
    metadata: code.metadata,
    promotion: { coupon: code.coupon, type: 'coupon' },
    restrictions: {
      first_time_transaction: code.firstTimeOnly,
      minimum_amount: null,
      minimum_amount_currency: null,
    },
    times_redeemed: code.timesRedeemed,
  }
}

export function isCodeActive(world: World, code: PromotionCodeRecord): boolean {
  const coupon = world.state.coupons[code.coupon]
  return (
    code.active &&
    coupon !== undefined &&
    isCouponValid(world, coupon) &&
    (code.expiresAt === null || code.expiresAt > world.now()) &&
    (code.maxRedemptions === null || code.timesRedeemed < code.maxRedemptions)
  )
}

/** Whether a customer may use a code now; null for somebody new. */
export function mayUseCode(world: World, code: PromotionCodeRecord, customer: string | null): boolean {
  const hasPaid = Object.values(world.state.charges).some(
    (charge) => charge.paid && charge.customer === customer,
  )
  return (
    isCodeActive(world, code) &&
    (code.customer === null || code.customer === customer) &&
    !(code.firstTimeOnly && customer !== null && hasPaid)
  )
}

export function discountObject(discount: DiscountRecord): Wire<Stripe.Discount> {
  return {
    id: discount.id,
    object: 'discount',
    checkout_session: null,
    customer: discount.customer,
    customer_account: null,
    end: discount.end,
    invoice: null,
    invoice_item: null,
    promotion_code: discount.promotionCode,
    source: { coupon: discount.coupon, type: 'coupon' },
    start: discount.start,
    subscription: discount.subscription,
    subscription_item: null,
  }
}
