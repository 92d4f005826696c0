import type pg from 'pg'
import type { Logger } from '../logger.server.ts'
import type { MonitoringSettings } from '../monitoring-settings.ts'
import type { Tracer } from './span.ts'

/** A process's tracer, which also traces what goes through a pool; to be told of it before the first connection. */
export type ProcessTracer = Tracer & { watchPool(pool: pg.Pool): void }

/** What sends traces to where the settings say; null where they name nothing, and then none of it is loaded. */
export async function createTracer(
  { traces }: Pick<MonitoringSettings, 'traces'>,
  { name, logger }: { name: string; logger: Pick<Logger, 'warn'> },
): Promise<ProcessTracer | null> {
  if (!traces) return null
  const [{ createOtlpTracer }, { traceRequests }, { traceQueries }] = await Promise.all([
    import('./otlp-tracer.server.ts'),
    import('./trace-requests.server.ts'),
    import('./trace-queries.server.ts'),
  ])
  const tracer = createOtlpTracer({ ...traces, name, logger })
  const stop = traceRequests()
  return {
    ...tracer,
    watchPool: traceQueries,
    async close() {
      stop()
      await tracer.close()
    },
  }
}
