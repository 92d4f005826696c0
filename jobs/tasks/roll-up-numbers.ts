import type pg from 'pg'
import { dayOf, rollUp, rollUpLatest } from '#app/features/kpis/roll-up.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const rollUpNumbersTask = ({ pool, logger }: { pool: pg.Pool; logger: Logger }) =>
  runTask('roll_up_numbers', jobCatalog.roll_up_numbers.payload, logger, async ({ from, to }) => {
    if (from === undefined) await rollUpLatest(pool)
    else await rollUp(pool, { from, to: to ?? dayOf(new Date()) })
  })
