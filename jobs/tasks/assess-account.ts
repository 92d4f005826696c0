import { assessAccount } from '#app/features/fraud/assess-account.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

type Dependencies = Parameters<typeof assessAccount>[0] & { logger: Logger }

export const assessAccountTask = (dependencies: Dependencies) =>
  runTask('assess_account', jobCatalog.assess_account.payload, dependencies.logger, (payload) =>
    assessAccount(dependencies, payload),
  )
