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
  const client = clientOf(settings)
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
    kind: redisKind(settings),
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

export const redisKind = ({ cluster, sentinel }: RedisSettings) =>
  cluster ? 'redis-cluster' : sentinel ? 'redis-sentinel' : 'redis'

function clientOf({ url, cluster, sentinel }: RedisSettings): Client | Cluster {
  if (cluster) return clusterClient(url)
  return sentinel ? sentinelClient(url, sentinel) : new Client(url, singleOptions)
}

/** Asks the sentinels where the Redis is whenever it connects, and hears from them when it has moved. */
function sentinelClient(url: string, sentinel: NonNullable<RedisSettings['sentinel']>): Client {
  const { overTls, ...asWhom } = whoOf(url)
  const { pathname } = new URL(url)
  return new Client({
    ...singleOptions,
    ...asWhom,
    db: Number(pathname.slice(1)) || 0,
    sentinels: sentinel.addresses,
    name: sentinel.master,
    sentinelRetryStrategy: retryAfter,
    failoverDetector: true,
    ...(sentinel.password !== undefined && { sentinelPassword: sentinel.password }),
    ...(overTls && { tls: {}, enableTLSForSentinelMode: true }),
  })
}

function whoOf(url: string) {
  const { protocol, username, password } = new URL(url)
  return {
    overTls: protocol === 'rediss:',
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
  }
}

function clusterClient(url: string): Cluster {
  const { overTls, ...asWhom } = whoOf(url)
  return new Cluster([url], {
    enableOfflineQueue: false,
    clusterRetryStrategy: retryAfter,
    // Certificates are for the names that the nodes give, not for what these resolve to.
    ...(overTls && { dnsLookup: (address, found) => found(null, address) }),
    redisOptions: {
      ...options,
      ...asWhom,
      ...(overTls && { tls: {} }),
    },
  })
}
