import { sweepCaptureRequests } from '#app/features/captures/sweep-requests.ts'
import { writeLetters } from '#app/features/captures/write-letters.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { runTask } from '../run-task.ts'

type Dependencies = { prisma: Db; sealer: Sealer; appUrl: string; logger: Logger }

export const sweepCapturesTask = ({ logger, ...dependencies }: Dependencies) =>
  runTask('sweep_captures', jobCatalog.sweep_captures.payload, logger, async () => {
    const letters = await writeLetters(dependencies)
    const requests = await sweepCaptureRequests(dependencies.prisma)
    if (letters + requests > 0) logger.info({ letters, requests }, 'letters written, old requests deleted')
  })
