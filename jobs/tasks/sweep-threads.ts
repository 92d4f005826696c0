import type pg from 'pg'
import { sweepThreads } from '#app/features/generation/cache/sweep-threads.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sweepThreadsTask = ({ pool, logger }: { pool: pg.Pool; logger: Logger }) =>
  runTask('sweep_threads', jobCatalog.sweep_threads.payload, logger, async () => {
    const swept = await sweepThreads(pool)
    if (swept > 0) logger.info({ swept }, 'kept threads whose time was over deleted')
  })
