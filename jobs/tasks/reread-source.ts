import { runReread } from '#app/features/sources/run-reread.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

type Dependencies = Parameters<typeof runReread>[0] & { logger: Parameters<typeof runTask>[2] }

export const rereadSource = (dependencies: Dependencies) =>
  runTask(
    'reread_source',
    jobCatalog.reread_source.payload,
    dependencies.logger,
    ({ rereadId }, { isLastTry, signal }) => runReread(dependencies, { rereadId, isLastTry, signal }),
  )
