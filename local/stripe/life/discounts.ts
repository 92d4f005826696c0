import { periodEnd, setUp } from '../prices.ts'
import { recordOf } from '../read.ts'
import type { DiscountRecord } from '../records/discount.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import type { State } from '../state.ts'
import { newId, type World } from '../world.ts'

/** Gives a subscription a discount, which counts as one redemption. */
export function giveDiscount(
  world: World,
  sub: SubscriptionRecord,
  coupon: string,
  promotionCode: string | null,
): void {
  const of = recordOf(world.state.coupons, 'coupon', coupon)
  const discount: DiscountRecord = {
    id: newId('di', 24),
    coupon,
    promotionCode,
    customer: sub.customer,
    subscription: sub.id,
    start: world.now(),
    end: of.duration === 'repeating' ? periodEnd(world.now(), 'month', of.durationInMonths ?? 1) : null,
    usedOn: null,
  }
  of.timesRedeemed += 1
  if (promotionCode !== null)
    recordOf(world.state.promotionCodes, 'promotion code', promotionCode).timesRedeemed += 1
  world.state.discounts[discount.id] = discount
  sub.discount = discount.id
}

/** What a subscription's discount takes off an invoice; one for once is used up by the first that it takes something off. */
export function countDiscount(
  world: World,
  sub: SubscriptionRecord,
  invoice: string,
  subtotal: number,
): { discount: string | null; discountAmount: number } {
  const discount = sub.discount === null ? undefined : world.state.discounts[sub.discount]
  const coupon = discount && world.state.coupons[discount.coupon]
  if (!discount || !coupon) return { discount: null, discountAmount: 0 }
  const isOver = (discount.end !== null && discount.end <= world.now()) || discount.usedOn !== null
  if (isOver) {
    sub.discount = null
    return { discount: null, discountAmount: 0 }
  }
  if (subtotal <= 0) return { discount: discount.id, discountAmount: 0 }
  if (coupon.duration === 'once') discount.usedOn = invoice
  const off = coupon.amountOff ?? Math.round((subtotal * (coupon.percentOff ?? 0)) / 100)
  return { discount: discount.id, discountAmount: Math.min(subtotal, off) }
}

/** Has a code there from the beginning, which takes off a percentage once; one that is there already stays as it is. */
export function offerCode(state: State, code: string, percentOff: number): void {
  const id = `promo_${code}`
  if (state.promotionCodes[id]) return
  const common = { created: setUp, maxRedemptions: null, timesRedeemed: 0, metadata: {} }
  state.coupons[code] = {
    ...common,
    id: code,
    name: `${percentOff} % off once`,
    percentOff,
    amountOff: null,
    currency: null,
    duration: 'once',
    durationInMonths: null,
    redeemBy: null,
  }
  state.promotionCodes[id] = {
    ...common,
    id,
    code,
    coupon: code,
    active: true,
    customer: null,
    expiresAt: null,
    firstTimeOnly: false,
  }
}
