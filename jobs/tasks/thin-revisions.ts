import type pg from 'pg'
import { thinRevisions } from '#app/features/threads/revisions/thin-revisions.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const thinRevisionsTask = ({ pool, logger }: { pool: pg.Pool; logger: Logger }) =>
  runTask('thin_revisions', jobCatalog.thin_revisions.payload, logger, async () => {
    const thinned = await thinRevisions(pool)
    if (thinned > 0) logger.info({ thinned }, 'saves within rows of old edits deleted')
  })
