import { type TellDependencies, tellGeneration } from '#app/features/generation/tell-generation.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const tellGenerationTask = (dependencies: TellDependencies & { logger: Logger }) =>
  runTask('tell_generation', jobCatalog.tell_generation.payload, dependencies.logger, ({ generationId }) =>
    tellGeneration(dependencies, generationId),
  )
