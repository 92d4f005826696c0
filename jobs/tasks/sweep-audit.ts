import type pg from 'pg'
import { sweepEvents } from '#app/features/audit/sweep-events.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sweepAuditTask = ({
  pool,
  auditDays,
  logger,
}: {
  pool: pg.Pool
  auditDays: number
  logger: Logger
}) =>
  runTask('sweep_audit', jobCatalog.sweep_audit.payload, logger, async () => {
    const swept = await sweepEvents(pool, auditDays)
    if (swept > 0) logger.info({ swept, auditDays }, 'audit events whose time was over deleted')
  })
