import type Stripe from 'stripe'
import { priceOf } from '../read.ts'
import type { CheckoutRecord, PortalRecord } from '../records/session.ts'
import type { World } from '../world.ts'
import { priceObject } from './price.ts'
import { type Wire, wholeList } from './wire.ts'

/** What is due today: nothing while a trial runs. */
export function checkoutAmounts(world: World, session: CheckoutRecord): { subtotal: number; total: number } {
  const invoice = session.invoice === null ? undefined : world.state.invoices[session.invoice]
  if (invoice) {
    const subtotal = invoice.lines.reduce((sum, { amount }) => sum + amount, 0)
    return { subtotal, total: subtotal - invoice.discountAmount }
  }
  const hasTrial = session.trialDays !== null || session.trialEnd !== null
  const subtotal = hasTrial ? 0 : priceOf(world, session.price).unitAmount
  const coupon = session.coupon === null ? undefined : world.state.coupons[session.coupon]
  const off = coupon?.amountOff ?? Math.round((subtotal * (coupon?.percentOff ?? 0)) / 100)
  return { subtotal, total: Math.max(0, subtotal - off) }
}

export function checkoutObject(world: World, session: CheckoutRecord): Wire<Stripe.Checkout.Session> {
  const { subtotal, total } = checkoutAmounts(world, session)
  const isOpen = session.status === 'open'
  return {
    id: session.id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: session.allowsPromotionCodes || null,
    allowed_payment_method_types: null,
    amount_subtotal: subtotal,
    amount_total: total,
    automatic_tax: {
      enabled: session.automaticTax,
      liability: session.automaticTax ? { type: 'self' } : null,
      provider: session.automaticTax ? 'stripe' : null,
      status: session.automaticTax ? (isOpen ? 'requires_location_inputs' : 'complete') : null,
    },
    billing_address_collection: null,
    cancel_url: session.cancelUrl,
    client_reference_id: session.clientReference,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: session.created,
    currency: priceOf(world, session.price).currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: session.customer,
    customer_account: null,
    customer_creation: session.customer === null || session.customerEmail !== null ? 'always' : null,
    customer_details: customerDetails(world, session),
    customer_email: session.customerEmail,
    discounts:
      session.coupon === null
        ? []
        : [
            session.promotionCode === null
              ? { coupon: session.coupon, promotion_code: null }
              : { coupon: null, promotion_code: session.promotionCode },
          ],
    expires_at: session.expiresAt,
    integration_identifier: null,
    invoice: session.invoice,
    invoice_creation: null,
    livemode: false,
    locale: session.locale,
    managed_payments: { enabled: false },
    metadata: session.metadata,
    mode: 'subscription',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: session.cardIfRequired ? 'if_required' : 'always',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status:
      isOpen || session.status === 'expired' ? 'unpaid' : total === 0 ? 'no_payment_required' : 'paid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: session.status,
    submit_type: null,
    subscription: session.subscription,
    success_url: session.successUrl,
    tax_id_collection: { enabled: session.collectsTaxId, required: 'never' },
    total_details: { amount_discount: subtotal - total, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: isOpen ? `${world.url}/checkout/${session.id}` : null,
    wallet_options: null,
  }
}

function customerDetails(world: World, session: CheckoutRecord) {
  const customer = session.customer === null ? undefined : world.state.customers[session.customer]
  const email = customer?.email ?? session.customerEmail
  if (!customer && email === null) return null
  return {
    address: customer?.address ?? null,
    business_name: null,
    email,
    individual_name: null,
    name: customer?.name ?? null,
    phone: customer?.phone ?? null,
    tax_exempt: 'none' as const,
    tax_ids: session.status === 'complete' ? [] : null,
  }
}

/** What is bought, which a session carries only where it is asked for. */
export function checkoutLineItems(world: World, session: CheckoutRecord) {
  const price = priceOf(world, session.price)
  const { subtotal, total } = checkoutAmounts(world, session)
  return wholeList(`/v1/checkout/sessions/${session.id}/line_items`, [
    {
      id: session.id.replace(/^cs_test_/, 'li_'),
      object: 'item',
      adjustable_quantity: null,
      amount_discount: subtotal - total,
      amount_subtotal: subtotal,
      amount_tax: 0,
      amount_total: total,
      currency: price.currency,
      description: price.product,
      metadata: {},
      price: priceObject(price),
      quantity: 1,
    },
  ])
}

export function portalObject(world: World, portal: PortalRecord): Wire<Stripe.BillingPortal.Session> {
  return {
    id: portal.id,
    object: 'billing_portal.session',
    after_expiration: null,
    configuration: 'bpc_stand_in',
    created: portal.created,
    customer: portal.customer,
    customer_account: null,
    flow: null,
    livemode: false,
    locale: portal.locale,
    on_behalf_of: null,
    return_url: portal.returnUrl,
    url: `${world.url}/portal/${portal.id}`,
  }
}
