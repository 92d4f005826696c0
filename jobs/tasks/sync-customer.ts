import { type SyncDependencies, syncCustomer } from '#app/features/billing/sync-customer.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

/** Where nothing is sold any more there is nobody to ask. */
export const syncCustomerTask = ({ billing, logger }: { billing: SyncDependencies | null; logger: Logger }) =>
  runTask('sync_customer', jobCatalog.sync_customer.payload, logger, async ({ customerId }) => {
    if (billing) await syncCustomer(billing, customerId)
  })
