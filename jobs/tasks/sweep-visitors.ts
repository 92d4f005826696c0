import type pg from 'pg'
import { sweepVisitors } from '#app/features/claiming/sweep-visitors.ts'
import type { Env } from '#app/platform/env.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sweepVisitorsTask = ({
  pool,
  mode,
  logger,
}: {
  pool: pg.Pool
  mode: Env['mode']
  logger: Logger
}) =>
  runTask('sweep_visitors', jobCatalog.sweep_visitors.payload, logger, async () => {
    const swept = await sweepVisitors(pool, mode)
    if (swept > 0) logger.info({ swept }, 'threads that nobody claimed deleted')
  })
