import type Stripe from 'stripe'
import type { StripeDoor } from '#app/integrations/stripe/door.ts'
import { StripeFailure } from '#app/integrations/stripe/failures.ts'
import { paths } from '#app/paths.ts'
import { AppError } from '#app/platform/errors.ts'
import { stripeCustomerOf } from './customer-of.ts'
import { type Interval, trialDays } from './plans.ts'
import { soldPrice } from './price-ids.ts'
import { isUnderWay } from './subscription-state.ts'
import { type SyncDependencies, syncCustomer } from './sync-customer.ts'

/**
 * Opens Stripe's page for buying Pro, and gives its address. Clicking twice, or again after it failed, leads to the same
 * page: a person has one open at a time, made under a key of theirs, so nobody buys twice. Throws `has-plan` (409) for who
 * has a subscription already, `price-unknown` (503) where Stripe doesn't know our price, and StripeFailures.
 */
export async function openCheckout(
  dependencies: SyncDependencies,
  { userId, interval }: { userId: string; interval: Interval },
): Promise<string> {
  // Asked afresh, since the last that was heard may be older than what they bought in another tab.
  await syncCustomer(dependencies, await stripeCustomerOf(dependencies, userId))
  // One that was deleted at Stripe is another from here on.
  const customerId = await stripeCustomerOf(dependencies, userId)
  const { prisma, door, settings } = dependencies
  const row = await prisma.subscription.findUniqueOrThrow({ where: { userId } })
  if (isUnderWay(row.status))
    throw new AppError('has-plan', 'You have a plan already. Change it on this page.', {
      status: 409,
      level: 'info',
    })
  const price = soldPrice(settings, interval)
  const open = row.checkoutId === null ? null : await openSession(dependencies, row.checkoutId, price)
  if (open) return open
  const withTrial = row.trialUsedAt === null
  try {
    const made = await door.ask((stripe) =>
      stripe.checkout.sessions.create(
        checkoutOf(dependencies.appUrl, { customerId, userId, price, withTrial }),
        // Another number once what was made under this one is over.
        { idempotencyKey: `checkout:${userId}:${row.checkouts}:${price}:${withTrial ? 'trial' : 'paid'}` },
      ),
    )
    await keepSession(dependencies, { userId, checkouts: row.checkouts, sessionId: made.id })
    if (made.url === null)
      throw new AppError('checkout-over', 'That checkout is over. Begin again.', { status: 409 })
    return made.url
  } catch (error) {
    if (error instanceof StripeFailure && error.code === 'payments-missing' && error.param?.includes('price'))
      throw new AppError(
        'price-unknown',
        'Pro can’t be bought right now, and nothing was charged. Whoever runs this Threadr has to look at its price.',
        { status: 503, level: 'error', cause: error },
      )
    throw error
  }
}

/** Remembers a session as the one that is open. Of two for different prices at once the later is closed again. */
async function keepSession(
  { prisma, door }: SyncDependencies,
  { userId, checkouts, sessionId }: { userId: string; checkouts: number; sessionId: string },
): Promise<void> {
  const { count } = await prisma.subscription.updateMany({
    where: { userId, checkouts },
    data: { checkoutId: sessionId, checkouts: checkouts + 1 },
  })
  if (count > 0) return
  const { checkoutId } = await prisma.subscription.findUniqueOrThrow({ where: { userId } })
  if (checkoutId === sessionId) return
  await closeSession(door, sessionId)
  throw new AppError('bought-elsewhere', 'You began to buy in two places at once. Begin again in one.', {
    status: 409,
    level: 'info',
  })
}

const closeSession = (door: StripeDoor, id: string) =>
  door.ask((stripe) => stripe.checkout.sessions.expire(id, {}, { idempotencyKey: `expire:${id}` }))

/** The page of a session that is still open for this price; one for another price is closed, so that nobody pays both. */
async function openSession({ door }: SyncDependencies, id: string, price: string): Promise<string | null> {
  const session = await door
    .ask((stripe) => stripe.checkout.sessions.retrieve(id))
    .catch((error: unknown) => {
      if (error instanceof StripeFailure && error.code === 'payments-missing') return null
      throw error
    })
  if (session?.status !== 'open') return null
  if (session.metadata?.price === price) return session.url
  await closeSession(door, id)
  return null
}

function checkoutOf(
  appUrl: string,
  of: { customerId: string; userId: string; price: string; withTrial: boolean },
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'subscription',
    customer: of.customerId,
    client_reference_id: of.userId,
    line_items: [{ price: of.price, quantity: 1 }],
    metadata: { price: of.price },
    allow_promotion_codes: true,
    tax_id_collection: { enabled: true },
    customer_update: { name: 'auto', address: 'auto' },
    subscription_data: {
      metadata: { userId: of.userId },
      ...(of.withTrial && { trial_period_days: trialDays }),
    },
    success_url: appUrl + paths.plan({ done: 'bought', back: 'checkout' }),
    cancel_url: appUrl + paths.pricing({ done: 'left' }),
  }
}
