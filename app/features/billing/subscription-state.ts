import type Stripe from 'stripe'
import type { PaymentSettings } from '#app/platform/payment-settings.ts'
import { monthlyCents } from './monthly-cents.ts'
import { planOfPrice } from './price-ids.ts'
import { type StripeFacts, timeOf } from './stripe-facts.ts'

/** From the one that counts most to the one that counts least. */
const ranks = [
  'active',
  'trialing',
  'past_due',
  'paused',
  'unpaid',
  'incomplete',
  'canceled',
  'incomplete_expired',
]

/** Collecting that is paused leaves Stripe's own status as it was, but then nothing is paid. */
const statusOf = ({ status, pause_collection: pause }: Stripe.Subscription): string =>
  pause && status !== 'canceled' ? 'paused' : status

/** With these somebody has what they buy: on trial, paid, or being collected once more. */
export const entitling: readonly string[] = ['trialing', 'active', 'past_due']

/** Whether something is paid for, or will be: then no second subscription may begin beside it. */
export const isUnderWay = (status: string) =>
  ['active', 'trialing', 'past_due', 'paused', 'unpaid', 'incomplete'].includes(status)

/** Those of several that count: one that is under way before one that is over, and of those the latest. */
const byRank = (subscriptions: readonly Stripe.Subscription[]) =>
  subscriptions.toSorted(
    (one, other) =>
      ranks.indexOf(statusOf(one)) - ranks.indexOf(statusOf(other)) ||
      other.created - one.created ||
      other.id.localeCompare(one.id),
  )

/** The columns that say how somebody stands, made of what Stripe says and of nothing else. */
export function subscriptionState(facts: StripeFacts | null, prices: Pick<PaymentSettings, 'proPrices'>) {
  const [subscription] = byRank(facts?.subscriptions ?? [])
  const item = subscription?.items.data[0]
  const price = item?.price
  return {
    subscriptionId: subscription?.id ?? null,
    status: subscription ? statusOf(subscription) : 'none',
    plan: price ? planOfPrice(prices, price.id) : null,
    priceId: price?.id ?? null,
    interval: price?.recurring?.interval ?? null,
    amountCents: price?.unit_amount ?? null,
    currency: price?.currency ?? null,
    monthlyCents: facts && subscription ? monthlyCents(subscription, facts.charges) : 0,
    // On the item, since 2025-03-31.
    periodEnd: item ? timeOf(item.current_period_end) : null,
    cancelAtPeriodEnd: subscription ? endsByItself(subscription) : false,
    trialEnd: subscription?.trial_end ? timeOf(subscription.trial_end) : null,
    heldSince: facts ? heldSince(facts) : null,
  }
}

/** The portal ends a subscription either way, as the account is set. */
const endsByItself = ({ cancel_at_period_end: flagged, cancel_at: at, status }: Stripe.Subscription) =>
  status !== 'canceled' && (flagged || at !== null)

/** When the first trial of somebody began; null where there was none. */
export function trialBegan({ subscriptions }: StripeFacts): Date | null {
  const began = subscriptions.flatMap(({ trial_start: start }) => start ?? [])
  return began.length === 0 ? null : timeOf(Math.min(...began))
}

const undecided = /^(needs_response|under_review|appeal_)/

/** Disputed payments hold an account while they are undecided, and once lost until something is paid after them. */
function heldSince({ disputes, charges }: StripeFacts): Date | null {
  const lastPaid = Math.max(0, ...charges.filter(({ paid }) => paid).map(({ created }) => created))
  const holding = disputes.filter(
    ({ status, created }) => undecided.test(status) || (status === 'lost' && created >= lastPaid),
  )
  return holding.length === 0 ? null : timeOf(Math.min(...holding.map(({ created }) => created)))
}
