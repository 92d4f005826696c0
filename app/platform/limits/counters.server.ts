import type pg from 'pg'
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import type { Redis } from '../redis/redis.ts'
import type { Rule } from './table.ts'

/** A rule as it holds for somebody. */
export type CountedRule = Pick<Rule, 'window' | 'block'> & { points: number }

/** Whether a count let something through, and if not, for how many milliseconds it won't. */
export type Verdict = { refusedFor: number | null }

/** One rule's counts, in each of the places where they may be kept. */
export type Counters = {
  /** Null where there is no Redis, or it doesn't answer. */
  inRedis(key: string): Promise<Verdict | null>
  /** Throws the database's error. */
  inDatabase(key: string): Promise<Verdict>
  inProcess(key: string): Promise<Verdict>
  /** Begins anew for a key, wherever it is counted. Throws the database's error. */
  clear(key: string): Promise<void>
}

/** Counters of a rule, which all processes that share a Redis or a database share. `name` keeps rules apart. */
export function createCounters(
  name: string,
  rule: CountedRule,
  { pool, redis }: { pool: pg.Pool; redis: Redis },
): Counters {
  const options: IRateLimiterOptions = {
    keyPrefix: `limit:${name}`,
    points: rule.points,
    duration: rule.window / 1000,
    blockDuration: (rule.block ?? 0) / 1000,
  }
  const database = new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'limit_counts',
    // A migration makes it, and a job clears it.
    tableCreated: true,
    clearExpiredByTimeout: false,
  })
  const memory = new RateLimiterMemory(options)
  let overRedis: RateLimiterRedis | undefined

  const limiterOver = (client: unknown) => {
    overRedis ??= new RateLimiterRedis({ ...options, storeClient: client, rejectIfRedisNotReady: true })
    return overRedis
  }

  const redisKey = (key: string) => database.getKey(key)

  return {
    inRedis: (key) => redis.lend(redisKey(key), (client) => consume(limiterOver(client), key)),
    inDatabase: (key) => consume(database, key),
    inProcess: (key) => consume(memory, key),
    async clear(key) {
      await redis.lend(redisKey(key), (client) => limiterOver(client).delete(key))
      await memory.delete(key)
      await database.delete(key)
    },
  }
}

/** The library refuses by throwing what it has counted, and its errors are of other kinds. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<Verdict> {
  try {
    await limiter.consume(key)
    return { refusedFor: null }
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return { refusedFor: thrown.msBeforeNext }
    throw thrown
  }
}
