import { z } from 'zod'
import { expireCheckout } from '../life/checkout.ts'
import { isCodeActive, isCouponValid } from '../objects/discount.ts'
import { checkoutLineItems, checkoutObject, portalObject } from '../objects/session.ts'
import { customerOf, offeredPriceOf, recordOf } from '../read.ts'
import type { CheckoutRecord } from '../records/session.ts'
import { invalid } from '../stripe-fault.ts'
import { newId, type World } from '../world.ts'
import { isAsked, listing } from './list.ts'
import {
  address,
  expand,
  flag,
  ignored,
  ignoring,
  mergedMetadata,
  metadata,
  parse,
  takeNone,
  text,
  whole,
} from './parameters.ts'
import { get, post, type Route } from './route.ts'

const day = 86_400

const given = z.strictObject({
  mode: z.literal('subscription', 'the stand-in knows the mode subscription alone'),
  customer: text.optional(),
  customer_email: z.email('not an email address').optional(),
  line_items: z
    .array(
      z.strictObject({
        price: text,
        quantity: z.literal('1', 'the stand-in sells one at a time'),
        ...ignoring(['metadata', 'tax_rates']),
      }),
    )
    .length(1, 'the stand-in sells one price at a time'),
  success_url: address,
  cancel_url: address.optional(),
  client_reference_id: text.optional(),
  metadata: metadata.optional(),
  expires_at: whole.optional(),
  allow_promotion_codes: flag.optional(),
  discounts: z
    .array(z.strictObject({ coupon: text.optional(), promotion_code: text.optional() }))
    .max(1, 'holds one discount')
    .optional(),
  automatic_tax: z.strictObject({ enabled: flag, liability: ignored }).optional(),
  tax_id_collection: z.strictObject({ enabled: flag, required: ignored }).optional(),
  payment_method_collection: z.enum(['always', 'if_required']).optional(),
  locale: text.optional(),
  ui_mode: z.literal('hosted_page').optional(),
  subscription_data: z
    .strictObject({
      trial_period_days: whole.refine((days) => days >= 1 && days <= 730, 'from 1 to 730').optional(),
      trial_end: whole.optional(),
      trial_settings: z
        .strictObject({
          end_behavior: z.strictObject({
            missing_payment_method: z.enum(['create_invoice', 'cancel', 'pause']),
            ...ignoring(['billing_cycle_anchor']),
          }),
        })
        .optional(),
      metadata: metadata.optional(),
      description: text.optional(),
      ...ignoring(['billing_mode', 'invoice_settings', 'proration_behavior', 'default_tax_rates']),
    })
    .optional(),
  expand,
  ...ignoring([
    'adaptive_pricing',
    'allowed_payment_method_types',
    'billing_address_collection',
    'branding_settings',
    'consent_collection',
    'custom_fields',
    'custom_text',
    'customer_update',
    'integration_identifier',
    'managed_payments',
    'name_collection',
    'origin_context',
    'payment_method_configuration',
    'payment_method_options',
    'phone_number_collection',
    'saved_payment_method_options',
    'wallet_options',
    'excluded_payment_method_types',
  ]),
})

function makeCheckout(world: World, asked: z.output<typeof given>): CheckoutRecord {
  const now = world.now()
  const line = asked.line_items[0]
  const trial = asked.subscription_data
  if (asked.customer !== undefined && asked.customer_email !== undefined)
    throw invalid('You may only specify one of these parameters: customer, customer_email.', 'customer')
  if (asked.discounts && asked.allow_promotion_codes !== undefined)
    throw invalid(
      'You may only specify one of these parameters: allow_promotion_codes, discounts.',
      'discounts',
    )
  if (trial?.trial_end !== undefined && trial.trial_end < now + 2 * day)
    throw invalid(
      'The `trial_end` date has to be at least 2 days in the future.',
      'subscription_data[trial_end]',
    )
  const expiresAt = asked.expires_at ?? now + day
  if (expiresAt < now + 1800 || expiresAt > now + day)
    throw invalid(
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
      'expires_at',
    )
  return {
    id: newId('cs_test', 58),
    created: now,
    expiresAt,
    status: 'open',
    customer: asked.customer === undefined ? null : customerOf(world, asked.customer, 'customer').id,
    customerEmail: asked.customer_email ?? null,
    price: offeredPriceOf(world, line?.price ?? '', 'line_items[0][price]').id,
    trialDays: trial?.trial_period_days ?? null,
    trialEnd: trial?.trial_end ?? null,
    withoutCard: trial?.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
    cardIfRequired: asked.payment_method_collection === 'if_required',
    ...discountOf(world, asked.discounts?.[0]),
    allowsPromotionCodes: asked.allow_promotion_codes ?? false,
    automaticTax: asked.automatic_tax?.enabled ?? false,
    collectsTaxId: asked.tax_id_collection?.enabled ?? false,
    clientReference: asked.client_reference_id ?? null,
    metadata: mergedMetadata({}, asked.metadata),
    subscriptionMetadata: mergedMetadata({}, trial?.metadata),
    subscriptionDescription: trial?.description ?? null,
    successUrl: asked.success_url,
    cancelUrl: asked.cancel_url ?? null,
    locale: asked.locale ?? null,
    subscription: null,
    invoice: null,
  }
}

function discountOf(world: World, asked: { coupon?: string; promotion_code?: string } | undefined) {
  if (asked?.promotion_code !== undefined) {
    const param = 'discounts[0][promotion_code]'
    const code = recordOf(world.state.promotionCodes, 'promotion code', asked.promotion_code, param)
    if (!isCodeActive(world, code)) throw invalid('This promotion code is not active.', param)
    return { coupon: code.coupon, promotionCode: code.id }
  }
  if (asked?.coupon === undefined) return { coupon: null, promotionCode: null }
  const coupon = recordOf(world.state.coupons, 'coupon', asked.coupon, 'discounts[0][coupon]')
  if (!isCouponValid(world, coupon))
    throw invalid(`Coupon expired: ${coupon.id}`, 'discounts[0][coupon]', 'coupon_expired')
  return { coupon: coupon.id, promotionCode: null }
}

export const checkoutRoutes: Route[] = [
  post('/v1/checkout/sessions', ({ world, parameters }) => {
    const session = makeCheckout(world, parse(given, parameters))
    world.state.checkouts[session.id] = session
    return checkoutObject(world, session)
  }),
  listing(
    '/v1/checkout/sessions',
    { customer: text.optional(), subscription: text.optional(), status: text.optional() },
    (world, asked) =>
      Object.values(world.state.checkouts).filter(
        ({ customer, subscription, status }) =>
          isAsked<string | null>(asked.customer, customer) &&
          isAsked<string | null>(asked.subscription, subscription) &&
          isAsked<string>(asked.status, status),
      ),
    checkoutObject,
  ),
  get('/v1/checkout/sessions/:id', ({ world, id }) =>
    checkoutObject(world, recordOf(world.state.checkouts, 'checkout.session', id)),
  ),
  get('/v1/checkout/sessions/:id/line_items', ({ world, id }) =>
    checkoutLineItems(world, recordOf(world.state.checkouts, 'checkout.session', id)),
  ),
  post('/v1/checkout/sessions/:id/expire', ({ world, id, parameters }) => {
    takeNone(parameters)
    const session = recordOf(world.state.checkouts, 'checkout.session', id)
    expireCheckout(world, session)
    return checkoutObject(world, session)
  }),
  post('/v1/billing_portal/sessions', ({ world, parameters }) => {
    const asked = parse(
      z.strictObject({
        customer: text,
        return_url: address.optional(),
        locale: text.optional(),
        expand,
        ...ignoring(['configuration', 'flow_data', 'after_expiration']),
      }),
      parameters,
    )
    const portal = {
      id: newId('bps', 58),
      created: world.now(),
      customer: customerOf(world, asked.customer, 'customer').id,
      returnUrl: asked.return_url ?? null,
      locale: asked.locale ?? null,
      answered: [],
    }
    world.state.portals[portal.id] = portal
    return portalObject(world, portal)
  }),
]
