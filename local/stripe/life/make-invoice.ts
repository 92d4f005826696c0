import { change } from '../change.ts'
import { invoicePrefix } from '../objects/customer.ts'
import { invoiceObject, subtotalOf, totalOf } from '../objects/invoice.ts'
import { customerOf, priceOf } from '../read.ts'
import type { InvoiceRecord } from '../records/money.ts'
import type { LineRecord, SubscriptionRecord } from '../records/subscription.ts'
import { newId, type World } from '../world.ts'
import { countDiscount } from './discounts.ts'

type Asked = {
  reason: InvoiceRecord['reason']
  lines: LineRecord[]
  /** When it becomes final by itself; null for at once, or never. */
  finalizesAt: number | null
}

/** Drafts an invoice for a subscription, tells of it, and makes it the subscription's latest. */
export function draftInvoice(world: World, sub: SubscriptionRecord, asked: Asked): InvoiceRecord {
  const customer = customerOf(world, sub.customer)
  const invoice: InvoiceRecord = {
    id: newId('in', 24),
    created: world.now(),
    customer: customer.id,
    customerEmail: customer.email,
    customerName: customer.name,
    subscription: sub.id,
    reason: asked.reason,
    status: 'draft',
    number: null,
    currency: priceOf(world, sub.price).currency,
    lines: asked.lines,
    discount: null,
    discountAmount: 0,
    startingBalance: customer.balance,
    endingBalance: null,
    amountDue: 0,
    amountPaid: 0,
    attempts: 0,
    nextAttempt: null,
    finalizesAt: asked.finalizesAt,
    finalizedAt: null,
    paidAt: null,
    voidedAt: null,
    uncollectibleAt: null,
    periodStart: sub.periodStart,
    periodEnd: sub.periodEnd,
    intent: null,
    automaticTax: sub.automaticTax,
  }
  Object.assign(invoice, countDiscount(world, sub, invoice.id, subtotalOf(invoice)))
  invoice.amountDue = Math.max(0, totalOf(invoice) + customer.balance)
  world.state.invoices[invoice.id] = invoice
  sub.latestInvoice = invoice.id
  world.tell('invoice.created', invoiceObject(world, invoice))
  return invoice
}

/** Makes a draft final: it gets its number, and the customer's balance pays what it can. */
export function finalizeInvoice(world: World, invoice: InvoiceRecord): void {
  const customer = customerOf(world, invoice.customer)
  const sum = totalOf(invoice) + customer.balance
  customer.invoices += 1
  Object.assign(invoice, {
    status: 'open',
    number: `${invoicePrefix(customer)}-${String(customer.invoices).padStart(4, '0')}`,
    startingBalance: customer.balance,
    endingBalance: Math.min(0, sum),
    amountDue: Math.max(0, sum),
    finalizesAt: null,
    finalizedAt: world.now(),
  })
  customer.balance = Math.min(0, sum)
  customer.currency ??= invoice.currency
  world.tell('invoice.finalized', invoiceObject(world, invoice))
}

/** Changes an invoice, and tells of it where that made a difference. */
export function changeInvoice(
  world: World,
  invoice: InvoiceRecord,
  run: () => void,
  type = 'invoice.updated',
): void {
  change(world, type, () => invoiceObject(world, invoice), run)
}

/** A line for a whole period of a subscription's price. */
export function periodLine(world: World, sub: SubscriptionRecord, isTrial = false): LineRecord {
  const price = priceOf(world, sub.price)
  const amount = isTrial ? 0 : price.unitAmount
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: price.currency }).format(
    price.unitAmount / 100,
  )
  return {
    id: newId('il', 24),
    amount,
    description: isTrial
      ? `Trial period for ${price.product}`
      : `1 × ${price.product} (at ${money} / ${price.interval})`,
    price: price.id,
    periodStart: sub.periodStart,
    periodEnd: sub.periodEnd,
    proration: false,
  }
}
