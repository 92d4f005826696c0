import type Stripe from 'stripe'
import type { CardRecord, CustomerRecord } from '../records/customer.ts'
import type { World } from '../world.ts'
import type { Wire } from './wire.ts'

export function customerObject(world: World, customer: CustomerRecord): Wire<Stripe.Customer> {
  const isLate = Object.values(world.state.invoices).some(
    (invoice) => invoice.customer === customer.id && invoice.status === 'open' && invoice.attempts > 0,
  )
  return {
    id: customer.id,
    object: 'customer',
    address: customer.address,
    balance: customer.balance,
    created: customer.created,
    currency: customer.currency,
    customer_account: null,
    default_source: null,
    delinquent: isLate,
    description: customer.description,
    discount: null,
    email: customer.email,
    invoice_prefix: invoicePrefix(customer),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: customer.card,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: customer.metadata,
    name: customer.name,
    next_invoice_sequence: customer.invoices + 1,
    phone: customer.phone,
    preferred_locales: customer.locales,
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
}

export const deletedCustomerObject = (id: string): Stripe.DeletedCustomer => ({
  id,
  object: 'customer',
  deleted: true,
})

export const invoicePrefix = ({ id }: CustomerRecord) => id.slice(-8).toUpperCase()

export function cardObject(world: World, card: CardRecord): Wire<Stripe.PaymentMethod> {
  return {
    id: card.id,
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: billingDetails(world, card.customer),
    card: {
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: 'visa',
      exp_month: 12,
      exp_year: expiryYear(card),
      fingerprint: card.id.slice(-16),
      funding: 'credit',
      generated_from: null,
      last4: card.last4,
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: card.created,
    customer: card.customer,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  }
}

export const expiryYear = (card: CardRecord) => new Date(card.created * 1000).getUTCFullYear() + 4

/** Who a payment says that it is from. */
export function billingDetails(world: World, id: string | null) {
  const customer = id === null ? undefined : world.state.customers[id]
  return {
    address: customer?.address ?? null,
    email: customer?.email ?? null,
    name: customer?.name ?? null,
    phone: null,
    tax_id: null,
  }
}
