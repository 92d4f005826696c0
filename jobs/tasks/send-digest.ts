import { type DigestDependencies, sendDigest, skipDigest } from '#app/features/digests/send-digest.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const sendDigestTask = (dependencies: DigestDependencies & { logger: Logger }) =>
  runTask('send_digest', jobCatalog.send_digest.payload, dependencies.logger, async (due, { isLastTry }) => {
    try {
      await sendDigest(dependencies, due)
    } catch (error) {
      if (isLastTry) await skipDigest(dependencies.prisma, due)
      throw error
    }
  })
