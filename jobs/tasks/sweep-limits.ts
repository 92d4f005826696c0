import type pg from 'pg'
import { sweepQuotas } from '#app/features/billing/give-back-quota.ts'
import { sweepLimits } from '#app/platform/limits/sweep.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sweepLimitsTask = ({ pool, logger }: { pool: pg.Pool; logger: Logger }) =>
  runTask('sweep_limits', jobCatalog.sweep_limits.payload, logger, async () => {
    const swept = (await sweepLimits(pool)) + (await sweepQuotas(pool))
    if (swept > 0) logger.debug({ swept }, 'counts of limits and quotas whose time was over deleted')
  })
