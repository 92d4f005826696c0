import { change } from '../change.ts'
import { subscriptionObject } from '../objects/subscription.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import type { World } from '../world.ts'

/** Changes a subscription, and tells of it where that made a difference. */
export function changeSubscription(
  world: World,
  sub: SubscriptionRecord,
  run: () => void,
  type = 'customer.subscription.updated',
): void {
  change(world, type, () => subscriptionObject(world, sub), run)
}

export const isOver = ({ status }: SubscriptionRecord) =>
  status === 'canceled' || status === 'incomplete_expired'

/** Ends a subscription now, for good. */
export function endSubscription(
  world: World,
  sub: SubscriptionRecord,
  reason: SubscriptionRecord['cancellation']['reason'],
): void {
  if (isOver(sub)) return
  const now = world.now()
  sub.status = 'canceled'
  sub.endedAt = now
  sub.canceledAt ??= now
  sub.pending = []
  sub.cancellation = { ...sub.cancellation, reason: sub.cancellation.reason ?? reason }
  for (const invoice of Object.values(world.state.invoices)) {
    // Nothing more is tried for a subscription that is over: Stripe closes its drafts and stops its retries.
    if (invoice.subscription !== sub.id) continue
    invoice.nextAttempt = null
    invoice.finalizesAt = null
  }
  world.tell('customer.subscription.deleted', subscriptionObject(world, sub))
}
