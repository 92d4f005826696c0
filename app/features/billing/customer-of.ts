import type { StripeDoor } from '#app/integrations/stripe/door.ts'
import type { Db } from '#app/platform/db.server.ts'

/**
 * A person's customer at Stripe, made when they first need one. Of any number at once all get the same: the key is the
 * person's, and one row holds what came of it. Throws StripeFailures.
 */
export async function stripeCustomerOf(
  { prisma, door }: { prisma: Db; door: StripeDoor },
  userId: string,
): Promise<string> {
  await prisma.subscription.createMany({ data: [{ userId }], skipDuplicates: true })
  const { customerId, customers, user } = await prisma.subscription.findUniqueOrThrow({
    where: { userId },
    select: { customerId: true, customers: true, user: { select: { email: true, name: true } } },
  })
  if (customerId !== null) return customerId
  const made = await door.ask((stripe) =>
    stripe.customers.create(
      { ...(user.email !== null && { email: user.email }), name: user.name, metadata: { userId } },
      { idempotencyKey: `customer:${userId}:${customers}` },
    ),
  )
  const { count } = await prisma.subscription.updateMany({
    where: { userId, customerId: null, customers },
    data: { customerId: made.id, customers: customers + 1 },
  })
  if (count > 0) return made.id
  const now = await prisma.subscription.findUniqueOrThrow({ where: { userId }, select: { customerId: true } })
  return now.customerId ?? made.id
}
