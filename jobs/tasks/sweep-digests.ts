import type pg from 'pg'
import { sweepDigests } from '#app/features/digests/sweep-digests.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sweepDigestsTask = ({ pool, logger }: { pool: pg.Pool; logger: Logger }) =>
  runTask('sweep_digests', jobCatalog.sweep_digests.payload, logger, async () => {
    const due = await sweepDigests(pool)
    if (due > 0) logger.info({ due }, 'digests are due')
  })
