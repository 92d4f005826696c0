import type { SyncDependencies } from '#app/features/billing/sync-customer.ts'
import { tellAddress } from '#app/features/billing/tell-address.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

/** Where nothing is sold there is nobody to tell. */
export const tellAddressTask = ({ billing, logger }: { billing: SyncDependencies | null; logger: Logger }) =>
  runTask('tell_address', jobCatalog.tell_address.payload, logger, async (change) => {
    if (billing) await tellAddress(billing, change)
  })
