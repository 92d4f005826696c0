import type pg from 'pg'
import { keepMonths } from '#app/features/analytics/keep-months.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const keepAnalyticsTask = ({
  pool,
  analyticsMonths,
  logger,
}: {
  pool: pg.Pool
  analyticsMonths: number
  logger: Logger
}) =>
  runTask('keep_analytics', jobCatalog.keep_analytics.payload, logger, async () => {
    const { made, dropped } = await keepMonths(pool, analyticsMonths)
    if (made.length + dropped.length > 0) logger.info({ made, dropped }, 'months of events made and dropped')
  })
