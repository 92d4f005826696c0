import { z } from 'zod'
import { couponObject, isCodeActive, promotionCodeObject } from '../objects/discount.ts'
import { recordOf } from '../read.ts'
import type { CouponRecord, PromotionCodeRecord } from '../records/discount.ts'
import { invalid } from '../stripe-fault.ts'
import { newId } from '../world.ts'
import { isAsked, listing } from './list.ts'
import {
  expand,
  flag,
  ignoring,
  mergedMetadata,
  metadata,
  parse,
  takeNone,
  text,
  whole,
} from './parameters.ts'
import { get, post, type Route, remove } from './route.ts'

const couponAsked = z.strictObject({
  id: text.optional(),
  name: text.optional(),
  percent_off: z
    .string()
    .transform(Number)
    .refine((percent) => percent > 0 && percent <= 100, 'has to be above 0 and up to 100')
    .optional(),
  amount_off: whole.refine((amount) => amount > 0, 'has to be above 0').optional(),
  currency: text.optional(),
  duration: z.enum(['once', 'repeating', 'forever']).default('once'),
  duration_in_months: whole.optional(),
  max_redemptions: whole.optional(),
  redeem_by: whole.optional(),
  metadata: metadata.optional(),
  expand,
})

const codeAsked = z.strictObject({
  promotion: z.strictObject({ type: z.literal('coupon'), coupon: text }),
  code: text.optional(),
  active: flag.optional(),
  customer: text.optional(),
  expires_at: whole.optional(),
  max_redemptions: whole.optional(),
  metadata: metadata.optional(),
  restrictions: z
    .strictObject({
      first_time_transaction: flag.optional(),
      ...ignoring(['minimum_amount', 'minimum_amount_currency']),
    })
    .optional(),
  expand,
})

export const discountRoutes: Route[] = [
  post('/v1/coupons', ({ world, parameters }) => {
    const asked = parse(couponAsked, parameters)
    if ((asked.percent_off === undefined) === (asked.amount_off === undefined))
      throw invalid('Must provide one of percent_off and amount_off.', 'percent_off')
    if (asked.amount_off !== undefined && asked.currency === undefined)
      throw invalid('You must pass currency when passing amount_off', 'currency', 'parameter_missing')
    const id = asked.id ?? newId('coupon', 8).slice('coupon_'.length)
    if (world.state.coupons[id]) throw invalid('Coupon already exists.', 'id', 'resource_already_exists')
    const coupon: CouponRecord = {
      id,
      created: world.now(),
      name: asked.name ?? null,
      percentOff: asked.percent_off ?? null,
      amountOff: asked.amount_off ?? null,
      currency: asked.currency ?? null,
      duration: asked.duration,
      durationInMonths: asked.duration_in_months ?? null,
      maxRedemptions: asked.max_redemptions ?? null,
      redeemBy: asked.redeem_by ?? null,
      timesRedeemed: 0,
      metadata: mergedMetadata({}, asked.metadata),
    }
    world.state.coupons[id] = coupon
    world.tell('coupon.created', couponObject(world, coupon))
    return couponObject(world, coupon)
  }),
  listing('/v1/coupons', {}, (world) => Object.values(world.state.coupons), couponObject),
  get('/v1/coupons/:id', ({ world, id }) => couponObject(world, recordOf(world.state.coupons, 'coupon', id))),
  remove('/v1/coupons/:id', ({ world, id, parameters }) => {
    takeNone(parameters)
    world.tell('coupon.deleted', couponObject(world, recordOf(world.state.coupons, 'coupon', id)))
    delete world.state.coupons[id]
    return { id, object: 'coupon', deleted: true }
  }),
  post('/v1/promotion_codes', ({ world, parameters }) => {
    const asked = parse(codeAsked, parameters)
    const word = (asked.code ?? newId('', 8).slice(1)).toUpperCase()
    const isTaken = Object.values(world.state.promotionCodes).some(
      (code) => code.code === word && isCodeActive(world, code),
    )
    if (isTaken) throw invalid('An active promotion code with this code already exists.', 'code')
    const code: PromotionCodeRecord = {
      id: newId('promo', 24),
      created: world.now(),
      code: word,
      coupon: recordOf(world.state.coupons, 'coupon', asked.promotion.coupon, 'promotion[coupon]').id,
      active: asked.active ?? true,
      customer: asked.customer ?? null,
      expiresAt: asked.expires_at ?? null,
      maxRedemptions: asked.max_redemptions ?? null,
      firstTimeOnly: asked.restrictions?.first_time_transaction ?? false,
      timesRedeemed: 0,
      metadata: mergedMetadata({}, asked.metadata),
    }
    world.state.promotionCodes[code.id] = code
    world.tell('promotion_code.created', promotionCodeObject(world, code))
    return promotionCodeObject(world, code)
  }),
  listing(
    '/v1/promotion_codes',
    { code: text.optional(), coupon: text.optional(), active: flag.optional() },
    (world, asked) =>
      Object.values(world.state.promotionCodes).filter(
        (code) =>
          isAsked(asked.code?.toUpperCase(), code.code) &&
          isAsked(asked.coupon, code.coupon) &&
          isAsked(asked.active, isCodeActive(world, code)),
      ),
    promotionCodeObject,
  ),
  get('/v1/promotion_codes/:id', ({ world, id }) =>
    promotionCodeObject(world, recordOf(world.state.promotionCodes, 'promotion code', id)),
  ),
  post('/v1/promotion_codes/:id', ({ world, id, parameters }) => {
    const code = recordOf(world.state.promotionCodes, 'promotion code', id)
    const asked = parse(
      z.strictObject({ active: flag.optional(), metadata: metadata.optional(), expand }),
      parameters,
    )
    code.active = asked.active ?? code.active
    code.metadata = mergedMetadata(code.metadata, asked.metadata)
    return promotionCodeObject(world, code)
  }),
]
