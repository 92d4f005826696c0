import { openCheckout } from '#app/features/billing/open-checkout.ts'
import { receiveEvent } from '#app/features/billing/receive-event.ts'
import { type SyncDependencies, syncCustomer } from '#app/features/billing/sync-customer.ts'
import type { StripeStandIn } from '#local/stripe/start.ts'
import { eventsOf, signedEvent, webhookSecret } from '#tests/setup/quiet-stand-in.ts'

/** The six events of somebody who buys, pays, and asks for Pro to end. */
const six = [
  'checkout.session.completed',
  'customer.subscription.created',
  'customer.subscription.updated',
  'invoice.paid',
  'payment_intent.succeeded',
  'charge.succeeded',
]

/** Every order of so many things. */
export function ordersOf(count: number): number[][] {
  if (count === 0) return [[]]
  return ordersOf(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  )
}

const at = 10

/**
 * For each order a person of their own, whose six events come in it, each ten times at once, while Stripe is asked ten
 * times at once and what was asked may overtake. Gives what came of it, in words that leave out whose it is: how a person
 * stands and what they were written, each different way once.
 */
export async function hearOrders(
  billing: SyncDependencies,
  standIn: StripeStandIn,
  orders: readonly number[][],
): Promise<Set<string>> {
  const seen = new Set<string>()
  for (const [index, order] of orders.entries()) {
    const { id: userId, email } = await billing.prisma.user.create({
      data: { email: `order${index}@example.com`, name: 'Ada' },
    })
    // Their trial is over, so that they pay at once.
    await billing.prisma.subscription.create({ data: { userId, trialUsedAt: new Date(0) } })
    const page = await openCheckout(billing, { userId, interval: 'month' })
    standIn.control.completeCheckout(new URL(page).pathname.split('/').at(-1) ?? '')
    const { customerId } = await billing.prisma.subscription.findUniqueOrThrow({ where: { userId } })
    if (customerId === null) throw new Error('nobody bought')
    const mine = Object.values(standIn.control.state.subscriptions).find(
      ({ customer }) => customer === customerId,
    )
    await billing.door.ask((stripe) =>
      stripe.subscriptions.update(mine?.id ?? '', { metadata: { changed: 'once' } }),
    )
    const told = eventsOf(standIn, customerId)
    const events = six.map((type) => told.find((event) => event.type === type))
    const asking: Promise<void>[] = []
    for (const which of order) {
      const event = events[which]
      if (!event) throw new Error(`the stand-in told no ${six[which]}`)
      await Promise.all(Array.from({ length: at }, () => hear(billing, event)))
      // Not waited for: the next event overtakes it.
      asking.push(syncCustomer(billing, customerId))
    }
    await Promise.all([...asking, ...Array.from({ length: at }, () => syncCustomer(billing, customerId))])
    seen.add(await standingOf(billing, userId, email))
  }
  return seen
}

async function hear({ prisma }: SyncDependencies, event: object): Promise<void> {
  const request = signedEvent(event)
  const signature = request.headers.get('Stripe-Signature')
  await receiveEvent(
    prisma,
    { webhookSecrets: [webhookSecret], isLive: false },
    { body: await request.text(), signature },
  )
}

async function standingOf(
  { prisma }: SyncDependencies,
  userId: string,
  email: string | null,
): Promise<string> {
  const { status, plan, interval, amountCents, cancelAtPeriodEnd, told } =
    await prisma.subscription.findUniqueOrThrow({ where: { userId } })
  const ledger = await prisma.ledgerEntry.findMany({
    where: { userId },
    select: { kind: true, amountCents: true },
  })
  const mails = await prisma.mail.findMany({ where: { to: email ?? '' }, select: { subject: true } })
  return JSON.stringify({
    row: { status, plan, interval, amountCents, cancelAtPeriodEnd, told: told.length },
    ledger: ledger.map(({ kind, amountCents: cents }) => `${kind} ${cents}`),
    mails: mails.map(({ subject }) => subject).sort(),
  })
}
