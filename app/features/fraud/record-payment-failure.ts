import type { Db } from '#app/platform/db.server.ts'
import { addSignals } from './add-signals.ts'
import type { Telling } from './tell-of-limit.ts'

/**
 * Adds that a payment of an account failed, and scores the account anew. To be called by what takes the payment provider's
 * events, after billing has stored the event; told again, it counts once.
 *
 * @param reference the provider's number of what was to be paid (of an invoice or a checkout, not of the try), so that its
 * own tries at it are one failure
 */
export async function recordPaymentFailure(
  { prisma, ...telling }: Telling & { prisma: Db },
  { userId, reference }: { userId: string; reference: string },
): Promise<void> {
  await prisma.$transaction((tx) => addSignals(tx, telling, userId, [{ kind: 'payment-failed', reference }]))
}
