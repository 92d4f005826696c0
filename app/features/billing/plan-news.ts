import type Stripe from 'stripe'
import { days } from '#app/platform/durations.ts'
import type { StripeFacts } from './stripe-facts.ts'
import { entitling, isUnderWay, type subscriptionState } from './subscription-state.ts'

export type News = {
  kind: 'began' | 'trial-ends' | 'failed' | 'ending' | 'ended' | 'held'
  /** What it is known by, so that it is told once: the kind, and Stripe's number of what it is about. */
  key: string
  /** The invoice that could not be collected. */
  invoice?: Pick<Stripe.Invoice, 'id' | 'amount_remaining' | 'currency'>
}

/** A trial's end is told three days before, as card networks ask for. */
const warning = days(3)

/** What somebody is to be told of how they stand, each once: `told` holds the keys of what they were told before. */
export function newsOf(
  facts: StripeFacts,
  state: ReturnType<typeof subscriptionState>,
  told: readonly string[],
  now: Date,
): News[] {
  const { subscriptionId: id, status, plan, cancelAtPeriodEnd, trialEnd, periodEnd } = state
  if (id === null || plan === null) return []
  const news: News[] = []
  if (entitling.includes(status)) news.push({ kind: 'began', key: `began:${id}` })
  if (cancelAtPeriodEnd && entitling.includes(status) && periodEnd)
    news.push({ kind: 'ending', key: `ending:${id}:${periodEnd.toISOString().slice(0, 10)}` })
  const isNear = trialEnd !== null && trialEnd.getTime() - now.getTime() < warning
  if (status === 'trialing' && isNear && !cancelAtPeriodEnd)
    news.push({ kind: 'trial-ends', key: `trial-ends:${id}` })
  const failed = facts.invoices.find((invoice) => invoice.status === 'open' && invoice.attempt_count > 0)
  if (failed && (status === 'past_due' || status === 'unpaid'))
    news.push({ kind: 'failed', key: `failed:${failed.id}`, invoice: failed })
  const wasTold = told.includes(`began:${id}`)
  if (wasTold && (!isUnderWay(status) || status === 'unpaid'))
    news.push({ kind: 'ended', key: `ended:${id}` })
  if (state.heldSince) news.push({ kind: 'held', key: `held:${state.heldSince.toISOString()}` })
  return news.filter(({ key }) => !told.includes(key))
}
