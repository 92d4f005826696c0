import { answerAccountRequest } from '#app/features/accounts/answer-account-request.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

type Dependencies = Parameters<typeof answerAccountRequest>[0] & { logger: Logger }

export const answerAccountRequestTask = (dependencies: Dependencies) =>
  runTask(
    'answer_account_request',
    jobCatalog.answer_account_request.payload,
    dependencies.logger,
    ({ requestId }) => answerAccountRequest(dependencies, requestId),
  )
