import {
  type CandidateDependencies,
  runCandidate,
} from '#app/features/generation/candidates/run-candidate.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const writeCandidates = (dependencies: CandidateDependencies & { logger: Logger }) =>
  runTask(
    'write_candidates',
    jobCatalog.write_candidates.payload,
    dependencies.logger,
    ({ candidateId }, { isLastTry, signal }) =>
      runCandidate(dependencies, { candidateId, isLastTry, signal }),
  )
