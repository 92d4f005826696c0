import type { Env } from '../env.ts'
import type { ErrorReporter } from '../error-reports/error-reporter.ts'
import { createErrorReporter } from '../error-reports/report.ts'
import { createLogger } from '../logger.server.ts'
import { secretsOf } from '../secrets-of.ts'
import { createTracer, type ProcessTracer } from '../tracing/create-tracer.ts'

export type Watching = {
  tracer: ProcessTracer | null
  reporter: ErrorReporter | null
  /** Sends what was not sent yet; the last deed of a process. */
  close(): Promise<void>
}

/** What a process sends of itself elsewhere: traces and errors, each where it is set. What is not set is not loaded. */
export async function startWatching(env: Env, name: 'web' | 'worker'): Promise<Watching> {
  const secrets = secretsOf(env)
  // One of its own, since what goes wrong with sending errors must not be sent as one.
  const logger = createLogger({ level: env.logLevel, name, format: env.logFormat, secrets })
  const [tracer, reporter] = await Promise.all([
    createTracer(env.monitoring, { name, logger }),
    createErrorReporter(env.monitoring, { name, environment: env.mode, secrets }),
  ])
  return {
    tracer,
    reporter,
    async close() {
      await Promise.all([tracer?.close(), reporter?.close()])
    },
  }
}
