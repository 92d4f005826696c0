import { sweepTrash } from '#app/features/generation/trash-threads.ts'
import { indexMissing } from '#app/features/threads/library/index-missing.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const keepLibraryTask = ({ prisma, logger }: { prisma: Db; logger: Logger }) =>
  runTask('keep_library', jobCatalog.keep_library.payload, logger, async () => {
    const deleted = await sweepTrash(prisma)
    const indexed = await indexMissing(prisma)
    if (deleted + indexed > 0) logger.info({ deleted, indexed }, 'the trash swept, and older threads indexed')
  })
