import { endCustomer } from '#app/features/billing/end-customer.ts'
import type { SyncDependencies } from '#app/features/billing/sync-customer.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const endCustomerTask = ({ billing, logger }: { billing: SyncDependencies | null; logger: Logger }) =>
  runTask('end_customer', jobCatalog.end_customer.payload, logger, async ({ customerId }) => {
    // Somebody would go on paying for an account that is gone: it waits for the keys to be set again.
    if (!billing)
      throw new AppError('nothing-sold', 'STRIPE_SECRET_KEY is not set, so Stripe could not be told.', {
        retryable: true,
      })
    await endCustomer(billing, customerId)
  })
