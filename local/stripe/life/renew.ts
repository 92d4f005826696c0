import { nextPeriodEnd } from '../prices.ts'
import { customerOf, priceOf } from '../read.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import type { World } from '../world.ts'
import { changeSubscription, endSubscription } from './change-subscription.ts'
import { draftInvoice, periodLine } from './make-invoice.ts'

const hour = 3600

/** Does what the end of a subscription's period brings: its end, the end of its trial, or a new period and its invoice. */
export function endPeriod(world: World, sub: SubscriptionRecord) {
  if (sub.cancelAtPeriodEnd) return endSubscription(world, sub, 'cancellation_requested')
  const isTrial = sub.status === 'trialing'
  if (isTrial && sub.card === null && customerOf(world, sub.customer).card === null) {
    if (sub.withoutCard === 'cancel') return endSubscription(world, sub, null)
    if (sub.withoutCard === 'pause')
      return changeSubscription(
        world,
        sub,
        () => {
          sub.status = 'paused'
        },
        'customer.subscription.paused',
      )
  }
  changeSubscription(world, sub, () => {
    if (isTrial) sub.status = 'active'
    sub.periodStart = sub.periodEnd
    sub.periodEnd = nextPeriodEnd(sub.anchor, priceOf(world, sub.price).interval, sub.periodStart)
    const lines = [...sub.pending, periodLine(world, sub)]
    sub.pending = []
    // Stripe leaves an hour for changes; while a subscription is unpaid its invoices stay drafts.
    const finalizesAt = sub.status === 'unpaid' ? null : world.now() + hour
    draftInvoice(world, sub, { reason: 'subscription_cycle', lines, finalizesAt })
  })
}
