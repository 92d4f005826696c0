import { randomUUID } from 'node:crypto'
import { StripeFailure } from '#app/integrations/stripe/failures.ts'
import { paths } from '#app/paths.ts'
import { AppError } from '#app/platform/errors.ts'
import { type SyncDependencies, syncCustomer } from './sync-customer.ts'

const nothingThere = () =>
  new AppError('no-customer', 'You haven’t bought anything yet, so there is nothing to manage.', {
    status: 409,
    level: 'info',
  })

/**
 * Opens Stripe's page where a person changes their plan, card and address, or cancels, and gives its address. Throws
 * `no-customer` (409) for who never bought anything, and StripeFailures.
 */
export async function openPortal(dependencies: SyncDependencies, userId: string): Promise<string> {
  const { prisma, door, appUrl } = dependencies
  const row = await prisma.subscription.findUnique({ where: { userId }, select: { customerId: true } })
  const customer = row?.customerId
  if (!customer) throw nothingThere()
  try {
    const session = await door.ask(
      withOneKey((idempotencyKey, stripe) =>
        stripe.billingPortal.sessions.create(
          { customer, return_url: appUrl + paths.plan({ done: 'managed', back: 'portal' }) },
          { idempotencyKey },
        ),
      ),
    )
    return session.url
  } catch (error) {
    if (!(error instanceof StripeFailure && error.code === 'payments-missing')) throw error
    await syncCustomer(dependencies, customer)
    throw nothingThere()
  }
}

/** One key for all tries at one question; a page that is opened another time is another question. */
function withOneKey<Stripe, Answer>(
  work: (key: string, stripe: Stripe) => Answer,
): (stripe: Stripe) => Answer {
  const key = `portal:${randomUUID()}`
  return (stripe) => work(key, stripe)
}
