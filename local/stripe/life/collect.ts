import { invoiceObject } from '../objects/invoice.ts'
import { customerOf, recordOf } from '../read.ts'
import type { InvoiceRecord } from '../records/money.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import type { World } from '../world.ts'
import { changeSubscription, endSubscription, isOver } from './change-subscription.ts'
import { chargeCard } from './charge-card.ts'
import { changeInvoice, finalizeInvoice } from './make-invoice.ts'

const day = 86_400

/** When a payment that failed is tried again, each counted from the try before: three times within 15 days. */
const retryAfterDays = [3, 5, 7]

/** Makes a draft final and collects it, or does with it what a paused collection says. */
export function finalizeAndCollect(world: World, invoice: InvoiceRecord, ownerIsThere: boolean) {
  const pause = recordOf(world.state.subscriptions, 'subscription', invoice.subscription).pause
  if (pause?.behavior === 'keep_as_draft') {
    invoice.finalizesAt = null
    return
  }
  finalizeInvoice(world, invoice)
  if (pause?.behavior === 'void')
    return changeInvoice(
      world,
      invoice,
      () => Object.assign(invoice, { status: 'void', voidedAt: world.now() }),
      'invoice.voided',
    )
  if (pause)
    return changeInvoice(
      world,
      invoice,
      () => Object.assign(invoice, { status: 'uncollectible', uncollectibleAt: world.now() }),
      'invoice.marked_uncollectible',
    )
  collect(world, invoice, ownerIsThere)
}

/** Tries to have an open invoice paid. Says whether it was; where not, what follows has been done too. */
export function collect(world: World, invoice: InvoiceRecord, ownerIsThere: boolean): boolean {
  const sub = recordOf(world.state.subscriptions, 'subscription', invoice.subscription)
  if (invoice.amountDue === 0) {
    settle(world, invoice, sub)
    return true
  }
  const cardId = sub.card ?? customerOf(world, invoice.customer).card
  const card = cardId === null ? undefined : world.state.cards[cardId]
  const tried =
    card &&
    chargeCard(world, {
      amount: invoice.amountDue,
      currency: invoice.currency,
      customer: invoice.customer,
      card,
      ownerIsThere,
      description: invoice.reason === 'subscription_create' ? 'Subscription creation' : 'Subscription update',
      intent: invoice.intent,
    })
  if (tried) invoice.intent = tried.intent.id
  if (tried?.charge.paid) settle(world, invoice, sub)
  else fail(world, invoice, sub)
  return tried?.charge.paid === true
}

function settle(world: World, invoice: InvoiceRecord, sub: SubscriptionRecord): void {
  Object.assign(invoice, {
    status: 'paid',
    amountPaid: invoice.amountDue,
    attempts: invoice.amountDue > 0 ? invoice.attempts + 1 : invoice.attempts,
    nextAttempt: null,
    paidAt: world.now(),
  })
  world.tell('invoice.paid', invoiceObject(world, invoice))
  world.tell('invoice.payment_succeeded', invoiceObject(world, invoice))
  const isLate = sub.status === 'past_due' || sub.status === 'unpaid' || sub.status === 'incomplete'
  // As at Stripe, it is the latest invoice that decides.
  if (isLate && sub.latestInvoice === invoice.id)
    changeSubscription(world, sub, () => {
      sub.status = 'active'
    })
}

function fail(world: World, invoice: InvoiceRecord, sub: SubscriptionRecord) {
  const days = retryAfterDays[invoice.attempts]
  const isLast = days === undefined
  changeInvoice(world, invoice, () => {
    invoice.attempts += 1
    invoice.nextAttempt = isLast || isOver(sub) ? null : world.now() + days * day
  })
  world.tell('invoice.payment_failed', invoiceObject(world, invoice))
  if (isOver(sub)) return
  if (!isLast || world.state.afterRetries === 'past_due')
    return changeSubscription(world, sub, () => {
      sub.status = 'past_due'
    })
  if (world.state.afterRetries === 'canceled') return endSubscription(world, sub, 'payment_failed')
  changeSubscription(world, sub, () => {
    sub.status = 'unpaid'
  })
}
