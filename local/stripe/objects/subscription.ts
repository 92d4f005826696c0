import type Stripe from 'stripe'
import { priceOf } from '../read.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import type { World } from '../world.ts'
import { planObject, priceObject } from './price.ts'
import { type Wire, wholeList } from './wire.ts'

export function subscriptionObject(world: World, sub: SubscriptionRecord): Wire<Stripe.Subscription> {
  const price = priceOf(world, sub.price)
  return {
    id: sub.id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: sub.automaticTax, liability: null },
    billing_cycle_anchor: sub.anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: sub.cancelAtPeriodEnd ? sub.periodEnd : sub.cancelAt,
    cancel_at_period_end: sub.cancelAtPeriodEnd,
    canceled_at: sub.canceledAt,
    cancellation_details: { ...sub.cancellation, feedback_option: null },
    collection_method: 'charge_automatically',
    created: sub.created,
    currency: price.currency,
    customer: sub.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: sub.card,
    default_source: null,
    default_tax_rates: [],
    description: sub.description,
    discounts: sub.discount === null ? [] : [sub.discount],
    ended_at: sub.endedAt,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: wholeList(`/v1/subscription_items?subscription=${sub.id}`, [itemObject(world, sub)]),
    latest_invoice: sub.latestInvoice,
    livemode: false,
    managed_payments: null,
    metadata: sub.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: sub.pause && { behavior: sub.pause.behavior, resumes_at: sub.pause.resumesAt },
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: sub.created,
    status: sub.status,
    test_clock: null,
    transfer_data: null,
    trial_end: sub.trialEnd,
    trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: sub.withoutCard } },
    trial_start: sub.trialStart,
  }
}

function itemObject(world: World, sub: SubscriptionRecord): Wire<Stripe.SubscriptionItem> {
  const price = priceOf(world, sub.price)
  return {
    id: sub.item,
    object: 'subscription_item',
    billing_thresholds: null,
    created: sub.created,
    current_period_end: sub.periodEnd,
    current_period_start: sub.periodStart,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planObject(price),
    price: priceObject(price),
    quantity: 1,
    subscription: sub.id,
    tax_rates: [],
  }
}
