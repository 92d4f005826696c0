import { type ExportDependencies, runExport } from '#app/features/privacy/run-export.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const exportDataTask = ({ logger, ...dependencies }: ExportDependencies & { logger: Logger }) =>
  runTask('export_data', jobCatalog.export_data.payload, logger, ({ exportId }) =>
    runExport(dependencies, exportId),
  )
