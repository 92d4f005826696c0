import type { Task } from 'graphile-worker'
import type { z } from 'zod'
import type { Logger } from '#app/platform/logger.server.ts'
import type { JobName } from '#app/platform/queue/catalog.ts'

export type TaskContext = {
  signal: AbortSignal
  /** Whether the queue will not try again after this. */
  isLastTry: boolean
}

/** Parses the payload, runs the handler, logs how it went, and lets failures through to the queue, which retries. */
export function runTask<Payload extends z.ZodType>(
  name: JobName,
  schema: Payload,
  logger: Logger,
  handle: (payload: z.infer<Payload>, context: TaskContext) => Promise<void>,
): Task {
  return async (raw, { job, abortSignal }) => {
    const started = Date.now()
    const payload = schema.parse(raw)
    const entry = { job: name, jobId: job.id, attempt: job.attempts }
    try {
      await handle(payload, {
        signal: abortSignal ?? new AbortController().signal,
        isLastTry: job.attempts >= job.max_attempts,
      })
      logger.info({ ...entry, ms: Date.now() - started }, 'job done')
    } catch (error) {
      logger.warn({ ...entry, ms: Date.now() - started, reason: String(error) }, 'job failed')
      throw error
    }
  }
}
