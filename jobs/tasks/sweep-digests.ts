import { sweepDigests } from '#app/features/digests/sweep-digests.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sweepDigestsTask = ({ prisma, logger }: { prisma: Db; logger: Logger }) =>
  runTask('sweep_digests', jobCatalog.sweep_digests.payload, logger, async () => {
    const due = await sweepDigests(prisma)
    if (due > 0) logger.info({ due }, 'digests are due')
  })
