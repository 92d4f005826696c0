import type Stripe from 'stripe'
import { productId } from '../prices.ts'
import { priceOf } from '../read.ts'
import type { InvoiceRecord } from '../records/money.ts'
import type { LineRecord } from '../records/subscription.ts'
import type { World } from '../world.ts'
import { type Wire, wholeList } from './wire.ts'

/** Before discounts. */
export const subtotalOf = (invoice: InvoiceRecord) =>
  invoice.lines.reduce((sum, { amount }) => sum + amount, 0)
export const totalOf = (invoice: InvoiceRecord) => subtotalOf(invoice) - invoice.discountAmount

export function invoiceObject(world: World, invoice: InvoiceRecord): Wire<Stripe.Invoice> {
  const subtotal = subtotalOf(invoice)
  const total = totalOf(invoice)
  const metadata = world.state.subscriptions[invoice.subscription]?.metadata ?? {}
  const isFinal = invoice.status !== 'draft'
  return {
    id: invoice.id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'Threadr test',
    account_tax_ids: null,
    amount_due: invoice.amountDue,
    amount_overpaid: 0,
    amount_paid: invoice.amountPaid,
    amount_remaining: invoice.amountDue - invoice.amountPaid,
    amount_shipping: 0,
    application: null,
    attempt_count: invoice.attempts,
    attempted: invoice.attempts > 0 || invoice.status === 'paid',
    auto_advance: invoice.finalizesAt !== null || invoice.nextAttempt !== null,
    automatic_tax: {
      disabled_reason: null,
      enabled: invoice.automaticTax,
      liability: null,
      provider: null,
      status: invoice.automaticTax ? 'complete' : null,
    },
    automatically_finalizes_at: invoice.finalizesAt,
    billing_reason: invoice.reason,
    collection_method: 'charge_automatically',
    created: invoice.created,
    currency: invoice.currency,
    custom_fields: null,
    customer: invoice.customer,
    customer_account: null,
    customer_address: null,
    customer_email: invoice.customerEmail,
    customer_name: invoice.customerName,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: invoice.discount === null ? [] : [invoice.discount],
    due_date: null,
    effective_at: invoice.finalizedAt,
    ending_balance: invoice.endingBalance,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: isFinal ? `${world.url}/invoice/${invoice.id}` : null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: wholeList(
      `/v1/invoices/${invoice.id}/lines`,
      invoice.lines.map((line) => lineObject(world, invoice, line)),
    ),
    livemode: false,
    metadata: {},
    next_payment_attempt: invoice.nextAttempt,
    number: invoice.number,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata, subscription: invoice.subscription },
      type: 'subscription_details',
    },
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: invoice.periodEnd,
    period_start: invoice.periodStart,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: invoice.startingBalance,
    statement_descriptor: null,
    status: invoice.status,
    status_transitions: {
      finalized_at: invoice.finalizedAt,
      marked_uncollectible_at: invoice.uncollectibleAt,
      paid_at: invoice.paidAt,
      voided_at: invoice.voidedAt,
    },
    subtotal,
    subtotal_excluding_tax: subtotal,
    test_clock: null,
    total,
    total_discount_amounts: discountAmounts(invoice),
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: isFinal ? invoice.created : null,
  }
}

const discountAmounts = ({ discount, discountAmount }: InvoiceRecord) =>
  discount === null || discountAmount === 0 ? [] : [{ amount: discountAmount, discount }]

function lineObject(world: World, invoice: InvoiceRecord, line: LineRecord): Wire<Stripe.InvoiceLineItem> {
  const price = priceOf(world, line.price)
  return {
    id: line.id,
    object: 'line_item',
    amount: line.amount,
    currency: invoice.currency,
    description: line.description,
    discount_amounts: [],
    discountable: !line.proration,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: line.proration,
        proration_details: line.proration ? { credited_items: null } : null,
        subscription: invoice.subscription,
        subscription_item: world.state.subscriptions[invoice.subscription]?.item ?? '',
      },
      type: 'subscription_item_details',
    },
    period: { end: line.periodEnd, start: line.periodStart },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: productId(price) },
      type: 'price_details',
      unit_amount_decimal: String(line.amount),
    },
    quantity: 1,
    quantity_decimal: '1',
    subscription: invoice.subscription,
    subtotal: line.amount,
    taxes: [],
  }
}

/** How an invoice was paid, or is to be. None where nothing was to be paid. */
export function invoicePaymentObject(
  world: World,
  invoice: InvoiceRecord,
): Wire<Stripe.InvoicePayment> | null {
  const intent = invoice.intent === null ? undefined : world.state.intents[invoice.intent]
  if (!intent) return null
  const isPaid = intent.status === 'succeeded'
  const isCanceled = intent.status === 'canceled'
  return {
    id: invoicePaymentId(invoice),
    object: 'invoice_payment',
    amount_paid: isPaid ? intent.amount : null,
    amount_requested: intent.amount,
    created: intent.created,
    currency: intent.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: isPaid ? 'paid' : isCanceled ? 'canceled' : 'open',
    status_transitions: { canceled_at: null, paid_at: isPaid ? invoice.paidAt : null },
  }
}

export const invoicePaymentId = ({ id }: InvoiceRecord) => id.replace('in_', 'inpay_')
