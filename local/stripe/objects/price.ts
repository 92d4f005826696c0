import type Stripe from 'stripe'
import { productId, type StandInPrice, setUp } from '../prices.ts'
import type { Wire } from './wire.ts'

export function priceObject(price: StandInPrice): Wire<Stripe.Price> {
  return {
    id: price.id,
    object: 'price',
    active: price.isRetired !== true,
    billing_scheme: 'per_unit',
    created: setUp,
    currency: price.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: productId(price),
    recurring: {
      interval: price.interval,
      interval_count: 1,
      meter: null,
      trial_period_days: price.trialDays ?? null,
      usage_type: 'licensed',
    },
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: price.unitAmount,
    unit_amount_decimal: String(price.unitAmount),
  }
}

/** The older shape of a price, which subscription items carry still. */
export function planObject(price: StandInPrice): Wire<Stripe.Plan> {
  return {
    id: price.id,
    object: 'plan',
    active: true,
    amount: price.unitAmount,
    amount_decimal: String(price.unitAmount),
    billing_scheme: 'per_unit',
    created: setUp,
    currency: price.currency,
    interval: price.interval,
    interval_count: 1,
    livemode: false,
    metadata: {},
    meter: null,
    nickname: null,
    product: productId(price),
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: price.trialDays ?? null,
    usage_type: 'licensed',
  }
}

export function productObject(price: StandInPrice): Wire<Stripe.Product> {
  return {
    id: productId(price),
    object: 'product',
    active: true,
    created: setUp,
    default_price: price.id,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name: price.product,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: setUp,
    url: null,
  }
}
