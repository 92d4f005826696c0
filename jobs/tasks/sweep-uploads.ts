import { sweepUploads } from '#app/features/sources/sweep-uploads.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import type { Storage } from '#app/platform/storage.ts'
import { runTask } from '../run-task.ts'

export const sweepUploadsTask = ({ storage, logger }: { storage: Storage; logger: Logger }) =>
  runTask('sweep_uploads', jobCatalog.sweep_uploads.payload, logger, async () => {
    const swept = await sweepUploads(storage)
    if (swept > 0) logger.info({ swept }, 'old uploads deleted')
  })
