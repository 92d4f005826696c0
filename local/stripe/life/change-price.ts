import { nextPeriodEnd } from '../prices.ts'
import { customerOf, priceOf } from '../read.ts'
import type { LineRecord, SubscriptionRecord } from '../records/subscription.ts'
import { declined } from '../stripe-fault.ts'
import { newId, type World } from '../world.ts'
import { changeSubscription } from './change-subscription.ts'
import { refusal } from './charge-card.ts'
import { finalizeAndCollect } from './collect.ts'
import { draftInvoice, periodLine } from './make-invoice.ts'

export type PriceChange = {
  price: string
  proration: 'create_prorations' | 'always_invoice' | 'none'
  /** Whether a payment that fails leaves the subscription past due, or everything as it was. */
  whenDeclined: 'past-due' | 'refuse'
  ownerIsThere: boolean
}

/**
 * Moves a subscription to another price, as Stripe does: within a trial nothing is charged; between month and year a new period
 * begins now and is invoiced at once, with what is left of the old one given back; else what differs stands on the next invoice,
 * or on one of its own. Throws Stripe's 402 where the payment would fail and the change is to be refused then.
 */
export function changePrice(world: World, sub: SubscriptionRecord, asked: PriceChange) {
  if (asked.price === sub.price) return
  const from = priceOf(world, sub.price)
  const to = priceOf(world, asked.price)
  if (sub.status === 'trialing')
    return changeSubscription(world, sub, () => {
      sub.price = to.id
    })

  const now = world.now()
  const isNewCycle = from.interval !== to.interval
  const share = Math.max(0, sub.periodEnd - now) / (sub.periodEnd - sub.periodStart)
  const isProrated = asked.proration !== 'none'
  const unused = isProrated ? [prorationLine(world, sub, from.id, -Math.round(from.unitAmount * share))] : []
  const isInvoicedNow = isNewCycle || asked.proration === 'always_invoice'
  const given = unused.reduce((sum, { amount }) => sum + amount, 0)
  const charged = isNewCycle ? to.unitAmount : isProrated ? Math.round(to.unitAmount * share) : 0
  if (isInvoicedNow && asked.whenDeclined === 'refuse')
    assertCardPays(world, sub, given + charged, asked.ownerIsThere)

  const invoice = { made: null as ReturnType<typeof draftInvoice> | null }
  changeSubscription(world, sub, () => {
    sub.price = to.id
    if (isNewCycle) {
      sub.anchor = now
      sub.periodStart = now
      sub.periodEnd = nextPeriodEnd(now, to.interval, now)
    }
    const rest = !isNewCycle && isProrated ? [prorationLine(world, sub, to.id, charged)] : []
    const lines = [...sub.pending, ...unused, ...(isNewCycle ? [periodLine(world, sub)] : rest)]
    sub.pending = isInvoicedNow ? [] : lines
    if (isInvoicedNow && lines.length > 0)
      invoice.made = draftInvoice(world, sub, { reason: 'subscription_update', lines, finalizesAt: null })
  })
  if (invoice.made) finalizeAndCollect(world, invoice.made, asked.ownerIsThere)
}

function prorationLine(world: World, sub: SubscriptionRecord, price: string, amount: number): LineRecord {
  const { product, interval } = priceOf(world, price)
  const word = amount < 0 ? 'Unused' : 'Remaining'
  return {
    id: newId('il', 24),
    amount,
    description: `${word} time on ${product} (${interval}ly)`,
    price,
    periodStart: world.now(),
    periodEnd: sub.periodEnd,
    proration: true,
  }
}

function assertCardPays(world: World, sub: SubscriptionRecord, amount: number, ownerIsThere: boolean): void {
  const customer = customerOf(world, sub.customer)
  if (amount + customer.balance <= 0) return
  const id = sub.card ?? customer.card
  const card = id === null ? undefined : world.state.cards[id]
  const refused = card ? refusal(card, ownerIsThere) : 'generic_decline'
  if (refused !== null) throw declined(refused)
}
