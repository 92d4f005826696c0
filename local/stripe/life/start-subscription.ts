import { subscriptionObject } from '../objects/subscription.ts'
import { nextPeriodEnd } from '../prices.ts'
import { priceOf } from '../read.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import type { Metadata } from '../records/values.ts'
import { newId, type World } from '../world.ts'
import { finalizeAndCollect } from './collect.ts'
import { giveDiscount } from './discounts.ts'
import { draftInvoice, periodLine } from './make-invoice.ts'

const warning = 3 * 86_400

type Asked = {
  customer: string
  price: string
  card: string | null
  /** When it begins, in seconds. */
  at: number
  /** Seconds; null for a subscription that is paid for from now on. */
  trialEnd: number | null
  withoutCard: SubscriptionRecord['withoutCard']
  coupon: string | null
  promotionCode: string | null
  automaticTax: boolean
  description: string | null
  metadata: Metadata
}

/** Starts a subscription with its first invoice, whose payer is there. The card has to be one that pays. */
export function startSubscription(world: World, asked: Asked): SubscriptionRecord {
  const now = asked.at
  const anchor = asked.trialEnd ?? now
  const price = priceOf(world, asked.price)
  const isTrial = asked.trialEnd !== null
  const sub: SubscriptionRecord = {
    id: newId('sub', 24),
    item: newId('si', 14),
    created: now,
    customer: asked.customer,
    price: asked.price,
    status: isTrial ? 'trialing' : 'active',
    periodStart: now,
    periodEnd: asked.trialEnd ?? nextPeriodEnd(anchor, price.interval, now),
    anchor,
    trialStart: isTrial ? now : null,
    trialEnd: asked.trialEnd,
    trialEndTold: false,
    withoutCard: asked.withoutCard,
    cancelAtPeriodEnd: false,
    cancelAt: null,
    canceledAt: null,
    endedAt: null,
    cancellation: { comment: null, feedback: null, reason: null },
    card: asked.card,
    discount: null,
    pause: null,
    pending: [],
    latestInvoice: null,
    automaticTax: asked.automaticTax,
    description: asked.description,
    metadata: asked.metadata,
  }
  world.state.subscriptions[sub.id] = sub
  if (asked.coupon !== null) giveDiscount(world, sub, asked.coupon, asked.promotionCode)
  const lines = [periodLine(world, sub, isTrial)]
  const invoice = draftInvoice(world, sub, { reason: 'subscription_create', lines, finalizesAt: null })
  world.tell('customer.subscription.created', subscriptionObject(world, sub))
  finalizeAndCollect(world, invoice, true)
  if (asked.trialEnd !== null && asked.trialEnd - now <= warning) warnOfTrialEnd(world, sub)
  return sub
}

/** Tells that a trial ends within three days. */
export function warnOfTrialEnd(world: World, sub: SubscriptionRecord): void {
  sub.trialEndTold = true
  world.tell('customer.subscription.trial_will_end', subscriptionObject(world, sub))
}

/** When the end of a trial is to be told, if it is still to be. */
export const trialWarningAt = (sub: SubscriptionRecord) =>
  sub.status === 'trialing' && !sub.trialEndTold && sub.trialEnd !== null ? sub.trialEnd - warning : null
