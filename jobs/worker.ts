import { failAbandonedCandidates } from '#app/features/generation/candidates/fail-abandoned-candidates.ts'
import { failAbandoned } from '#app/features/generation/fail-abandoned.ts'
import { generationChannel } from '#app/features/generation/generation-channel.ts'
import { failAbandonedRereads } from '#app/features/sources/fail-abandoned-rereads.ts'
import { createReader } from '#app/features/sources/reader/create-reader.ts'
import { createStorage } from '#app/integrations/storage/storage.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { type Env, EnvError, readEnv } from '#app/platform/env.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { createNotifications } from '#app/platform/notifications.server.ts'
import { createRedis } from '#app/platform/redis.server.ts'
import { onStopSignal } from '#app/platform/stop-signals.ts'
import { versionOf } from '#app/platform/version.ts'
import { crontab } from './crontab.ts'
import { startWorker } from './start-worker.ts'
import { createTasks } from './task-list.ts'

/** The file of the threads that read documents: it is built to stand beside this one. */
const readerThread = new URL(
  import.meta.url.endsWith('.ts') ? '../app/features/sources/reader/thread.ts' : './reader.js',
  import.meta.url,
)

/** The worker process of the service. */
async function main(env: Env) {
  const logger = createLogger({ level: env.logLevel, name: 'worker' })
  const database = createDatabase({
    url: env.databaseUrl,
    // Each job at work may hold a connection; the queue itself wants a few beside them.
    poolMax: Math.max(env.databasePoolMax, env.workerConcurrency + 4),
    name: `threadr-worker ${versionOf(env)}`,
    logger,
  })
  const notifications = createNotifications({ url: env.databaseUrl, channel: generationChannel, logger })
  const redis = createRedis(env.redis, logger)
  const reader = createReader({ entry: readerThread })
  const worker = await startWorker({
    pool: database.pool,
    concurrency: env.workerConcurrency,
    lane: 'service',
    logger,
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
      if (failed > 0) logger.warn({ failed }, 'abandoned generations failed')
      const rereads = await failAbandonedRereads(database.pool)
      if (rereads > 0) logger.warn({ rereads }, 'abandoned rereads failed')
      const candidates = await failAbandonedCandidates(database.pool)
      if (candidates > 0) logger.warn({ candidates }, 'abandoned candidates failed')
    },
  })
  onStopSignal(logger, async () => {
    await worker.stop()
    await reader.close()
    await notifications.close()
    await redis.close()
    await database.close()
  })
  logger.info({ concurrency: env.workerConcurrency }, 'worker ready')
  process.send?.('ready')
}

try {
  await main(readEnv(process.env))
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error)
  process.exit(1)
}
