import { generationChannel } from '#app/features/generation/generation-channel.ts'
import { createStorage } from '#app/integrations/storage/storage.ts'
import type { AppContext } from '#app/platform/context.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { createNotifications } from '#app/platform/notifications.server.ts'
import { createRedis } from '#app/platform/redis.server.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { versionOf } from '#app/platform/version.ts'

/** What is the same for every request. */
export type LastingContext = Omit<AppContext, 'cspNonce' | 'ip'>

export type WebContext = {
  context: LastingContext
  /** Ends held requests, so that the server can close. */
  beginStop(): void
  close(): Promise<void>
}

/** Everything a web process lends to its loaders and actions. */
export function createWebContext(env: Env): WebContext {
  const logger = createLogger({ level: env.logLevel, name: 'web' })
  const database = createDatabase({
    url: env.databaseUrl,
    poolMax: env.databasePoolMax,
    name: `threadr-web ${versionOf(env)}`,
    logger,
  })
  const notifications = createNotifications({ url: env.databaseUrl, channel: generationChannel, logger })
  const redis = createRedis(env.redis, logger)
  const stopping = new AbortController()
  return {
    context: {
      env,
      logger,
      database,
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
      await notifications.close()
      await redis.close()
      await database.close()
    },
  }
}
