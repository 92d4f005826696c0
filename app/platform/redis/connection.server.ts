import { Redis as Client, Cluster } from 'ioredis'
import { seconds } from '../durations.ts'
import { reasonOf } from '../error-reason.ts'
import type { Logger } from '../logger.server.ts'
import type { Redis } from '../redis.server.ts'
import { inTime } from './in-time.ts'
import type { RedisSettings } from './settings.ts'

/** How long an answer is waited for: a healthy Redis in the same place needs a millisecond or two. */
const answerWithin = 30
/** How long a Redis that did not answer is left alone. */
const restFor = seconds(1)
const closeWithin = 500

/** A connection that is made by itself, and made again whenever it breaks. */
export function connectRedis(settings: RedisSettings, logger: Logger): Redis {
  const client = settings.cluster ? clusterClient(settings.url) : new Client(settings.url, singleOptions)
  let isDown = false
  let restUntil = 0

  // One line when it goes and one when it comes back, however often it is asked in between.
  const down = (error: unknown) => {
    if (!isDown) logger.warn({ error: reasonOf(error) }, 'Redis does not answer; going on without it')
    isDown = true
  }
  const up = () => {
    if (isDown) logger.info('Redis answers again')
    isDown = false
  }
  client.on('error', down)
  client.on('ready', up)

  async function ask<Answer>(command: () => Promise<Answer>): Promise<Answer | null> {
    if (client.status !== 'ready' || Date.now() < restUntil) return null
    try {
      const answer = await inTime(command(), answerWithin)
      up()
      return answer
    } catch (error) {
      restUntil = Date.now() + restFor
      down(error)
      return null
    }
  }

  return {
    kind: settings.cluster ? 'redis-cluster' : 'redis',
    get: (key) => ask(() => client.get(key)),
    async set(key, value, keepForMs) {
      await ask(() => client.set(key, value, 'PX', Math.max(1, Math.ceil(keepForMs))))
    },
    async delete(key) {
      await ask(() => client.del(key))
    },
    lend: (work) => ask(() => work(client)),
    async close() {
      client.off('error', down)
      client.on('error', () => {})
      if (client.status === 'ready') await inTime(client.quit(), closeWithin).catch(() => {})
      client.disconnect()
    },
  }
}

/**
 * Nothing is queued while there is no connection and nothing is sent twice, so that a call knows at once. The longer
 * limits let a connection be made over a slow road, and give up one on which nothing comes any more.
 */
const options = {
  connectTimeout: seconds(2),
  commandTimeout: seconds(1),
  socketTimeout: seconds(3),
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectionName: 'threadr',
}
const retryAfter = (times: number) => Math.min(100 * 2 ** Math.min(times, 5), seconds(2))
const singleOptions = { ...options, enableOfflineQueue: false, retryStrategy: retryAfter }

function clusterClient(url: string): Cluster {
  const { protocol, username, password } = new URL(url)
  const overTls = protocol === 'rediss:'
  return new Cluster([url], {
    enableOfflineQueue: false,
    clusterRetryStrategy: retryAfter,
    // Certificates are for the names that the nodes give, not for what these resolve to.
    ...(overTls && { dnsLookup: (address, found) => found(null, address) }),
    redisOptions: {
      ...options,
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(overTls && { tls: {} }),
    },
  })
}
