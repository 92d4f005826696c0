import { AppError } from '#app/platform/errors.ts'
import { type SyncDependencies, syncCustomer } from './sync-customer.ts'

/**
 * Asks Stripe how somebody stands who comes back from it, or whom an admin looks at. False where it could not be asked,
 * which the events and the nightly reconcile make up for; true also for who never bought anything.
 */
export async function syncPerson(dependencies: SyncDependencies, userId: string): Promise<boolean> {
  const row = await dependencies.prisma.subscription.findUnique({
    where: { userId },
    select: { customerId: true },
  })
  if (!row?.customerId) return true
  try {
    await syncCustomer(dependencies, row.customerId)
    return true
  } catch (error) {
    if (!(error instanceof AppError && error.retryable)) throw error
    dependencies.logger.warn({ code: error.code }, 'Stripe could not be asked how somebody stands')
    return false
  }
}
