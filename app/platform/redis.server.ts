import type { Logger } from './logger.server.ts'
import { connectRedis, redisKind } from './redis/connection.server.ts'
import { createInProcessRedis } from './redis/in-process.ts'
import type { Redis } from './redis/redis.ts'
import type { RedisSettings } from './redis/settings.ts'

/** The Redis of the settings, or without any the same served within this process; the log says which it is. */
export function createRedis(settings: RedisSettings | null, logger: Logger): Redis {
  if (!settings) {
    logger.info({ redis: 'in-process' }, 'no REDIS_URL: what Redis would hold is kept within this process')
    return createInProcessRedis()
  }
  const { host } = new URL(settings.url)
  logger.info({ redis: redisKind(settings), host }, 'Redis is used')
  return connectRedis(settings, logger)
}
