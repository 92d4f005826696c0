import type pg from 'pg'
import { sweepMeasures } from '#app/features/alerts/measures/sweep-measures.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sweepMeasuresTask = ({ pool, logger }: { pool: pg.Pool; logger: Logger }) =>
  runTask('sweep_measures', jobCatalog.sweep_measures.payload, logger, () => sweepMeasures(pool))
