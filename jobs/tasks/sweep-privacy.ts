import type pg from 'pg'
import { deleteDueAccounts } from '#app/features/privacy/delete-due-accounts.ts'
import { sweepUnkept } from '#app/features/privacy/retention.ts'
import { sweepExports } from '#app/features/privacy/sweep-exports.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import type { Storage } from '#app/platform/storage.ts'
import { runTask } from '../run-task.ts'

type Dependencies = {
  prisma: Db
  pool: pg.Pool
  redis: Redis
  storage: Storage
  sealer: Sealer
  logger: Logger
}

export const sweepPrivacyTask = ({ logger, pool, ...dependencies }: Dependencies) =>
  runTask('sweep_privacy', jobCatalog.sweep_privacy.payload, logger, async () => {
    const accounts = await deleteDueAccounts(dependencies)
    const threads = await sweepUnkept(pool)
    const exports = await sweepExports(dependencies)
    if (accounts + threads + exports > 0)
      logger.info({ accounts, threads, exports }, 'what people wanted kept no longer deleted')
  })
