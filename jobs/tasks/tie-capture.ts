import { tieCapture } from '#app/features/captures/tie-capture.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const tieCaptureTask = ({ prisma, logger }: { prisma: Db; logger: Logger }) =>
  runTask('tie_capture', jobCatalog.tie_capture.payload, logger, ({ userId }) => tieCapture(prisma, userId))
