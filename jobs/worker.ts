import { readRegistry } from '#app/features/alerts/measures/read-registry.ts'
import { startMeasuring } from '#app/features/alerts/measures/write-measures.ts'
import { failAbandonedCandidates } from '#app/features/generation/candidates/fail-abandoned-candidates.ts'
import { failAbandoned } from '#app/features/generation/fail-abandoned.ts'
import { generationChannel } from '#app/features/generation/generation-channel.ts'
import { failAbandonedRereads } from '#app/features/sources/fail-abandoned-rereads.ts'
import { createReader } from '#app/features/sources/reader/create-reader.ts'
import { createStorage } from '#app/integrations/storage/storage.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { type Env, EnvError, readEnv } from '#app/platform/env.ts'
import { onFatalError } from '#app/platform/fatal-errors.ts'
import { ListenError } from '#app/platform/listen.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { startWatching } from '#app/platform/monitoring/start-watching.ts'
import { watchProcess } from '#app/platform/monitoring/watch-process.ts'
import { createNotifications } from '#app/platform/notifications.server.ts'
import { createRedis } from '#app/platform/redis.server.ts'
import { secretsOf } from '#app/platform/secrets-of.ts'
import { onStopSignal } from '#app/platform/stop-signals.ts'
import { versionOf } from '#app/platform/version.ts'
import { answerProbes } from './answer-probes.ts'
import { crontab } from './crontab.ts'
import { startWorker } from './start-worker.ts'
import { createTasks } from './task-list.ts'

/** The file of the threads that read documents, seen from this one: build/server/reader.js, build/server/assets/worker-….js. */
const readerThread = new URL(
  import.meta.url.endsWith('.ts') ? '../app/features/sources/reader/thread.ts' : '../reader.js',
  import.meta.url,
)

/** The worker process of the service. */
async function main(env: Env) {
  const watching = await startWatching(env, 'worker')
  const { tracer, reporter } = watching
  const logger = createLogger({
    level: env.logLevel,
    name: 'worker',
    format: env.logFormat,
    secrets: secretsOf(env),
    reporter,
  })
  onFatalError(logger, watching.close)
  const database = createDatabase({
    url: env.databaseDirectUrl,
    // Each job at work may hold a connection; the queue itself wants a few beside them.
    poolMax: Math.max(env.databasePoolMax, env.workerConcurrency + 4),
    name: `threadr-worker ${versionOf(env)}`,
    logger,
  })
  // Nothing of ours stands between it and who probes it.
  const noProxy = { trustedProxies: 0 }
  const { metrics, readiness, monitoring } = watchProcess(
    env,
    { database, replica: null, logger, tracer },
    noProxy,
  )
  const notifications = createNotifications({
    url: env.databaseDirectUrl,
    channels: [generationChannel],
    logger,
  })
  const redis = createRedis(env.redis, logger)
  const { listen } = env.monitoring
  const stopAnswering = listen && (await answerProbes(monitoring, listen))
  const reader = createReader({ entry: readerThread })
  const worker = await startWorker({
    pool: database.pool,
    concurrency: env.workerConcurrency,
    lane: 'service',
    logger,
    watchers: { metrics, tracer },
    tasks: createTasks({
      env,
      database,
      notifications,
      logger,
      readDocument: reader.read,
      storage: createStorage(env.storage),
      redis,
    }),
    crontab,
    extraSweep: async () => {
      const failed = await failAbandoned(database.pool)
      metrics.thread('failed', failed)
      if (failed > 0) logger.warn({ failed }, 'abandoned generations failed')
      const rereads = await failAbandonedRereads(database.pool)
      if (rereads > 0) logger.warn({ rereads }, 'abandoned rereads failed')
      const candidates = await failAbandonedCandidates(database.pool)
      if (candidates > 0) logger.warn({ candidates }, 'abandoned candidates failed')
    },
  })
  const read = () => readRegistry(metrics.registry)
  const measuring = startMeasuring({ pool: database.pool, kind: 'worker', read, logger })
  onStopSignal(logger, async () => {
    readiness.beginStop()
    await worker.stop()
    await measuring.stop()
    await reader.close()
    await stopAnswering?.()
    metrics.close()
    await notifications.close()
    await redis.close()
    await database.close()
    await watching.close()
  })
  logger.info({ concurrency: env.workerConcurrency }, 'worker ready')
  process.send?.('ready')
}

try {
  await main(readEnv(process.env))
} catch (error) {
  console.error(error instanceof EnvError || error instanceof ListenError ? error.message : error)
  process.exit(1)
}
