import { Redis as Client, Cluster, Command } from 'ioredis'
import { seconds } from '../durations.ts'
import type { Logger } from '../logger.server.ts'
import { inTime } from './in-time.ts'
import type { Redis } from './redis.ts'
import type { RedisSettings } from './settings.ts'
import { everyNode, watchSilence } from './silence.ts'

/** How long an answer is waited for: a healthy Redis in the same place needs a millisecond or two. */
const answerWithin = 30
const closeWithin = 500

/** A connection that is made by itself, and made again whenever it breaks. */
export function connectRedis(settings: RedisSettings, logger: Logger): Redis {
  const client = clientOf(settings)
  const silence = watchSilence(logger)
  const whole = () => silence.heard(everyNode)
  const broken = (error: unknown) => silence.began(everyNode, error)
  client.on('error', broken)
  client.on('ready', whole)

  async function ask<Answer>(key: string | null, command: () => Promise<Answer>): Promise<Answer | null> {
    const node = nodeOf(client, key)
    if (client.status !== 'ready' || silence.isResting(node)) return null
    try {
      const answer = await inTime(command(), answerWithin)
      silence.heard(node)
      return answer
    } catch (error) {
      silence.began(node, error)
      return null
    }
  }
  const px = (keepForMs: number) => Math.max(1, Math.ceil(keepForMs))

  return {
    kind: redisKind(settings),
    get: (key) => ask(key, () => client.get(key)),
    async set(key, value, keepForMs) {
      return (await ask(key, () => client.set(key, value, 'PX', px(keepForMs)))) === 'OK'
    },
    async setNew(key, value, keepForMs) {
      await ask(key, () => client.set(key, value, 'PX', px(keepForMs), 'NX'))
    },
    async delete(key) {
      await ask(key, () => client.del(key))
    },
    lend: (key, work) => ask(key, () => work(client)),
    async close() {
      client.off('error', broken)
      client.on('error', () => {})
      if (client.status === 'ready') await inTime(client.quit(), closeWithin).catch(() => {})
      client.disconnect()
    },
  }
}

/** The node of a cluster that has a key, as far as is known; without a cluster, or of no key, one for all. */
function nodeOf(client: Client | Cluster, key: string | null): string {
  if (!(client instanceof Cluster) || key === null) return everyNode
  return client.slots[new Command('get', [key]).getSlot()]?.[0] ?? everyNode
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
