import { change } from '../change.ts'
import { customerObject, deletedCustomerObject } from '../objects/customer.ts'
import { priceOf } from '../read.ts'
import type { CustomerRecord } from '../records/customer.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import { invalid } from '../stripe-fault.ts'
import { newId, type World } from '../world.ts'
import { changeSubscription, endSubscription, isOver } from './change-subscription.ts'
import { finalizeAndCollect } from './collect.ts'
import { draftInvoice } from './make-invoice.ts'

/** Sets a subscription to end with its period, or takes that back. */
export function cancelAtPeriodEnd(world: World, sub: SubscriptionRecord, isWanted: boolean): void {
  if (isWanted === sub.cancelAtPeriodEnd) return
  changeSubscription(world, sub, () => {
    sub.cancelAtPeriodEnd = isWanted
    sub.cancelAt = null
    sub.canceledAt = isWanted ? world.now() : null
    sub.cancellation.reason = isWanted ? 'cancellation_requested' : null
  })
}

/** Ends a subscription now; `prorate` gives back what is left of its period, as a credit on a last invoice if `invoiceNow`. */
export function cancelNow(
  world: World,
  sub: SubscriptionRecord,
  { prorate, invoiceNow }: { prorate: boolean; invoiceNow: boolean },
): void {
  if (isOver(sub)) throw invalid(`No such subscription: '${sub.id}'`, 'id', 'resource_missing')
  const share = Math.max(0, sub.periodEnd - world.now()) / (sub.periodEnd - sub.periodStart)
  const { unitAmount, product } = priceOf(world, sub.price)
  if (prorate && invoiceNow && sub.status !== 'trialing') {
    const line = {
      id: newId('il', 24),
      amount: -Math.round(unitAmount * share),
      description: `Unused time on ${product}`,
      price: sub.price,
      periodStart: world.now(),
      periodEnd: sub.periodEnd,
      proration: true,
    }
    const lines = [...sub.pending, line]
    const last = draftInvoice(world, sub, { reason: 'subscription_update', lines, finalizesAt: null })
    finalizeAndCollect(world, last, true)
  }
  endSubscription(world, sub, 'cancellation_requested')
}

/** Deletes a customer, whose subscriptions end at once. */
export function deleteCustomer(world: World, customer: CustomerRecord): void {
  for (const sub of Object.values(world.state.subscriptions))
    if (sub.customer === customer.id) endSubscription(world, sub, 'cancellation_requested')
  world.tell('customer.deleted', customerObject(world, customer))
  customer.deleted = true
}

/** Changes a customer, and tells of it where that made a difference. */
export function changeCustomer(world: World, customer: CustomerRecord, run: () => void): void {
  change(world, 'customer.updated', () => customerObject(world, customer), run)
}

export const customerAnswer = (world: World, customer: CustomerRecord) =>
  customer.deleted ? deletedCustomerObject(customer.id) : customerObject(world, customer)
