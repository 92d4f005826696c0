import type { Database } from '../db.server.ts'
import type { Env } from '../env.ts'
import { reasonOf } from '../error-reason.ts'
import type { Logger } from '../logger.server.ts'
import { createMetrics, type Metrics } from '../metrics/create-metrics.ts'
import { watchDatabase } from '../metrics/watch-database.ts'
import { watchReplica } from '../metrics/watch-replica.ts'
import type { Replica } from '../replica/replica.ts'
import type { ProcessTracer } from '../tracing/create-tracer.ts'
import { createMonitoring, type Monitoring } from './monitoring.ts'
import { ownMigrations } from './own-migrations.ts'
import { createReadiness, type Readiness } from './readiness.ts'

type Watched = {
  database: Database
  /** Null where a process asks none. */
  replica: Replica | null
  logger: Logger
  tracer: ProcessTracer | null
}

/**
 * What those who watch a process ask it, over its database: called before the first connection is made. `trustedProxies` is
 * how many stand between it and who asks.
 */
export function watchProcess(
  env: Env,
  { database, replica, logger, tracer }: Watched,
  { trustedProxies }: { trustedProxies: number },
): { metrics: Metrics; readiness: Readiness; monitoring: Monitoring } {
  const { pool } = database
  tracer?.watchPool(pool)
  const metrics = createMetrics({ ofProcess: true })
  const { registry } = metrics
  watchDatabase(registry, {
    pool,
    onTrouble: (error) => logger.warn({ reason: reasonOf(error) }, 'the metrics could not ask the database'),
  })
  if (replica) watchReplica(registry, replica)
  const readiness = createReadiness({ pool, migrations: ownMigrations() })
  const { metricsToken } = env.monitoring
  return {
    metrics,
    readiness,
    monitoring: createMonitoring({ readiness, registry, metricsToken, trustedProxies }),
  }
}
