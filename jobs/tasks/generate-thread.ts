import type { RunDependencies } from '#app/features/generation/run-dependencies.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const generateThread = (dependencies: RunDependencies) =>
  runTask(
    'generate_thread',
    jobCatalog.generate_thread.payload,
    dependencies.logger,
    ({ generationId }, { isLastTry, signal }) =>
      runGeneration(dependencies, { generationId, isLastTry, signal }),
  )
