import { rememberSessions, sessionChannel } from '#app/features/accounts/session-memory.ts'
import { generationChannel } from '#app/features/generation/generation-channel.ts'
import { createStorage } from '#app/integrations/storage/storage.ts'
import type { AppContext } from '#app/platform/context.ts'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.ts'
import type { ErrorReporter } from '#app/platform/error-reports/error-reporter.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { createLogger, type Logger } from '#app/platform/logger.server.ts'
import { watchShedding } from '#app/platform/metrics/watch-shedding.ts'
import type { Monitoring } from '#app/platform/monitoring/monitoring.ts'
import { watchProcess } from '#app/platform/monitoring/watch-process.ts'
import { createNotifications } from '#app/platform/notifications.server.ts'
import { type Load, watchLoad } from '#app/platform/overload/watch-load.ts'
import { createRedis } from '#app/platform/redis.server.ts'
import { createReplica, noReplica } from '#app/platform/replica/create-replica.ts'
import type { Replica } from '#app/platform/replica/replica.ts'
import type { StaleReads } from '#app/platform/replica/stale-reads.server.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { secretsOf } from '#app/platform/secrets-of.ts'
import type { ProcessTracer } from '#app/platform/tracing/create-tracer.ts'
import { versionOf } from '#app/platform/version.ts'

/** What is the same for every request. */
export type LastingContext = Omit<AppContext, 'cspNonce' | 'ip' | keyof StaleReads>

export type WebContext = {
  monitoring: Monitoring
  context: LastingContext
  load: Load
  /** Says to load balancers that it is going; everything is answered as before. */
  beginDrain(): void
  /** Ends held requests, so that the server can close. */
  beginStop(): void
  close(): Promise<void>
}

type Sending = { tracer?: ProcessTracer | null; reporter?: ErrorReporter | null }

/** Everything a web process lends to its loaders and actions. */
export function createWebContext(env: Env, { tracer, reporter }: Sending = {}): WebContext {
  const logger = createLogger({
    level: env.logLevel,
    name: 'web',
    format: env.logFormat,
    secrets: secretsOf(env),
    reporter: reporter ?? null,
  })
  const database = createDatabase({
    url: env.databaseUrl,
    poolMax: env.databasePoolMax,
    name: `threadr-web ${versionOf(env)}`,
    logger,
    isPooled: env.databasePooled,
  })
  const replica = replicaOf(env, database, logger)
  const watched = { database, replica, logger, tracer: tracer ?? null }
  const load = watchLoad({ pool: database.pool, mostMs: env.overloadMs })
  const { metrics, readiness, monitoring } = watchProcess(env, watched, env)
  watchShedding(metrics.registry, load)
  const notifications = createNotifications({
    url: env.databaseDirectUrl,
    channels: [generationChannel, sessionChannel],
    logger,
  })
  const redis = createRedis(env.redis, logger)
  rememberSessions(redis, notifications)
  const stopping = new AbortController()
  return {
    monitoring,
    load,
    beginDrain: () => readiness.beginStop(),
    context: {
      env,
      logger,
      metrics,
      database,
      replica,
      notifications,
      storage: createStorage(env.storage),
      redis,
      limits: createLimits({
        pool: database.pool,
        redis,
        logger,
        secret: env.sessionSecret,
        factor: env.limitsFactor,
      }),
      sealer: createSealer(env.encryptionKeys),
      stopping: stopping.signal,
    },
    beginStop: () => stopping.abort(),
    async close() {
      metrics.close()
      load.stop()
      await notifications.close()
      await redis.close()
      await replica.close()
      await database.close()
    },
  }
}

/** With as many connections to it as to the primary: what goes there goes there instead. */
function replicaOf(env: Env, primary: Database, logger: Logger): Replica {
  const { databaseReplica } = env
  if (databaseReplica === null) return noReplica(primary)
  return createReplica({
    primary,
    primaryUrl: env.databaseDirectUrl,
    replicaUrl: databaseReplica.url,
    mostLagMs: databaseReplica.mostLagMs,
    poolMax: env.databasePoolMax,
    name: `threadr-web ${versionOf(env)}`,
    logger,
    isPooled: env.databasePooled,
  })
}
