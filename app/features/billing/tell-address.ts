import { createHash } from 'node:crypto'
import type { StripeDoor } from '#app/integrations/stripe/door.ts'
import { StripeFailure } from '#app/integrations/stripe/failures.ts'
import type { Db } from '#app/platform/db.server.ts'

/** More than anybody changes their address while Stripe is being told of it. */
const mostRounds = 5

/**
 * Tells Stripe the address that somebody has by now, to which it sends receipts; `changeId` is the change's own. Told again
 * where it has changed meanwhile, so that of several who tell at once the last says what is true. Does nothing for who never
 * bought anything, or is deleted there. Throws StripeFailures.
 */
export async function tellAddress(
  { prisma, door }: { prisma: Db; door: StripeDoor },
  { userId, changeId }: { userId: string; changeId: string },
): Promise<void> {
  let told: string | undefined
  for (let round = 0; round < mostRounds; round += 1) {
    const row = await prisma.subscription.findUnique({
      where: { userId },
      select: { customerId: true, user: { select: { email: true } } },
    })
    const email = row?.user.email ?? ''
    if (!row?.customerId || email === told) return
    const { customerId } = row
    // Of the change and of what is told: back to an address of before is another question than that of before.
    const idempotencyKey = `address:${changeId}:${createHash('sha256').update(email).digest('hex').slice(0, 16)}`
    const isThere = await door
      .ask((stripe) => stripe.customers.update(customerId, { email }, { idempotencyKey }))
      .then(() => true)
      .catch((error: unknown) => {
        if (error instanceof StripeFailure && error.code === 'payments-missing') return false
        throw error
      })
    if (!isThere) return
    told = email
  }
}
