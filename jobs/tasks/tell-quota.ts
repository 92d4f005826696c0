import { type TellDependencies, tellQuota } from '#app/features/billing/tell-quota.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const tellQuotaTask = (dependencies: TellDependencies & { logger: Logger }) =>
  runTask('tell_quota', jobCatalog.tell_quota.payload, dependencies.logger, (reached) =>
    tellQuota(dependencies, reached),
  )
