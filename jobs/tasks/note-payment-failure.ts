import { recordPaymentFailure } from '#app/features/fraud/record-payment-failure.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

type Dependencies = Parameters<typeof recordPaymentFailure>[0] & { logger: Logger }

export const notePaymentFailureTask = ({ logger, ...dependencies }: Dependencies) =>
  runTask('note_payment_failure', jobCatalog.note_payment_failure.payload, logger, (payload) =>
    recordPaymentFailure(dependencies, payload),
  )
