import { Redis } from 'ioredis'
import { z } from 'zod'
import { type LegacyValue, Skipped } from '#app/features/legacy/record.ts'
import { LocalFault } from '../fault.ts'

/** What Redis itself takes for a key. A larger one is no record of the earlier Threadr's. */
const mostBytes = 2 * 1024 * 1024
const keysAtOnce = 200

type Found = { key: string; value: LegacyValue | Skipped }

export type LegacyStore = {
  /** Goes on from a cursor, 0 at first; the next is 0 where all were given. A key may be given twice. */
  next(family: string, cursor: string): Promise<{ cursor: string; found: Found[] }>
  close(): void
}

/** The earlier Threadr's Redis, which is only read. Throws a LocalFault where it doesn't answer. */
export async function openStore(url: string): Promise<LegacyStore> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 10_000,
    commandTimeout: 30_000,
    maxRetriesPerRequest: 2,
    retryStrategy: (times) => (times > 3 ? null : 500),
  })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.ping()
  } catch (error) {
    redis.disconnect()
    throw new LocalFault(`Redis doesn’t answer: ${error instanceof Error ? error.message : error}`)
  }
  return {
    async next(family, cursor) {
      const [after, keys] = await redis.scan(cursor, 'MATCH', `${family}:*`, 'COUNT', keysAtOnce)
      return { cursor: after, found: await readAll(redis, [...new Set(keys)]) }
    },
    close: () => redis.disconnect(),
  }
}

/** What a pipeline answers, in order; throws the first error, after which nothing of it counts. */
function answersOf(given: [error: Error | null, result: unknown][] | null): unknown[] {
  return (given ?? []).map(([error, value]) => {
    if (error) throw error
    return value
  })
}

/** Reads keys by two round trips: what each is, then what it holds, where that is something we read. */
async function readAll(redis: Redis, keys: string[]): Promise<Found[]> {
  if (keys.length === 0) return []
  const about = redis.pipeline()
  for (const key of keys) about.type(key).pttl(key).memory('USAGE', key)
  const facts = answersOf(await about.exec())
  const read = redis.pipeline()
  const plans = keys.map((key, at) => {
    const [type, ttl, bytes] = facts.slice(at * 3, at * 3 + 3)
    const why = whyNot(type, bytes)
    if (why === null) type === 'hash' ? read.hgetall(key) : read.get(key)
    return { key, why, expiresAt: typeof ttl === 'number' && ttl > 0 ? new Date(Date.now() + ttl) : null }
  })
  const values = answersOf(await read.exec())
  return plans.map(({ key, why, expiresAt }) => {
    const value = why === null ? values.shift() : null
    if (why !== null) return { key, value: new Skipped(why) }
    if (value === null || value === undefined) return { key, value: new Skipped('gone') }
    return { key, value: { content: understood(value), expiresAt } }
  })
}

function whyNot(type: unknown, bytes: unknown): string | null {
  if (type === 'none') return 'gone'
  if (type !== 'string' && type !== 'hash') return 'other-type'
  return typeof bytes === 'number' && bytes > mostBytes ? 'too-large' : null
}

/** JSON as what it says, in a string or in a hash's fields; all else as the text that it is. */
function understood(value: unknown): unknown {
  if (typeof value === 'string') return parsed(value)
  const fields = z.record(z.string(), z.string()).safeParse(value).data ?? {}
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, /^\s*[[{]/.test(text) ? parsed(text) : text]),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
