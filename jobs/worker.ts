import { failAbandoned } from '#app/features/generation/fail-abandoned.ts'
import { generationChannel } from '#app/features/generation/generation-channel.ts'
import { failAbandonedRereads } from '#app/features/sources/fail-abandoned-rereads.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { type Env, EnvError, readEnv } from '#app/platform/env.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { createNotifications } from '#app/platform/notifications.server.ts'
import { onStopSignal } from '#app/platform/stop-signals.ts'
import { startWorker } from './start-worker.ts'
import { createTasks } from './task-list.ts'

/** The worker process of the service. */
async function main(env: Env) {
  const logger = createLogger({ level: env.logLevel, name: 'worker' })
  const database = createDatabase({
    url: env.databaseUrl,
    // Each job at work may hold a connection; the queue itself wants a few beside them.
    poolMax: Math.max(env.databasePoolMax, env.workerConcurrency + 4),
    name: 'threadr-worker',
    logger,
  })
  const notifications = createNotifications({ url: env.databaseUrl, channel: generationChannel, logger })
  const worker = await startWorker({
    pool: database.pool,
    concurrency: env.workerConcurrency,
    lane: 'service',
    logger,
    tasks: createTasks(env, database, notifications, logger),
    extraSweep: async () => {
      const failed = await failAbandoned(database.pool)
      if (failed > 0) logger.warn({ failed }, 'abandoned generations failed')
      const rereads = await failAbandonedRereads(database.pool)
      if (rereads > 0) logger.warn({ rereads }, 'abandoned rereads failed')
    },
  })
  onStopSignal(logger, async () => {
    await worker.stop()
    await notifications.close()
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
