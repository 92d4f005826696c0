import { type CacheEntry, cachified, createCacheEntry } from '@epic-web/cachified'
import type pg from 'pg'
import { layeredCache } from '#app/platform/cache/layers.ts'
import { memoryLayer } from '#app/platform/cache/memory-layer.ts'
import { redisLayer } from '#app/platform/cache/redis-layer.ts'
import { days, minutes } from '#app/platform/durations.ts'
import { reasonOf } from '#app/platform/error-reason.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Notifications } from '#app/platform/notifications.server.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { type KeptThread, keptThreadSchema } from './kept-thread.ts'
import { lastingLayer } from './lasting-layer.ts'
import { takeTurn } from './thread-claims.ts'
import type { ThreadPlace } from './thread-place.ts'

const keptFor = days(30)
/** The quicker layers forget sooner: nobody tells a process's memory that another has replaced something. */
const keptInRedisFor = days(1)
const keptInMemoryFor = minutes(5)
const mostBytesInMemory = 16 * 1024 * 1024

/** What asking for a thread comes to, within this process. */
export type Asked =
  | { type: 'kept'; thread: KeptThread }
  /** It is the caller's to write, and others wait for it: either of the two has to be called in the end. */
  | { type: 'lead'; finish(thread: KeptThread | null): Promise<void>; abandon(): void }
  /** Whoever was waited for has nothing to give. */
  | { type: 'again' }

export type ThreadCache = ReturnType<typeof createThreadCache>

/**
 * Threads that were written before, by their place: in memory, Redis and PostgreSQL. One that is somebody's own is in
 * PostgreSQL alone, where it goes with its owner.
 */
export function createThreadCache({
  pool,
  notifications,
  redis,
  logger,
}: {
  pool: pg.Pool
  notifications: Notifications
  redis: Redis
  logger: Logger
}) {
  const onFault = ({ layer, error }: { layer: string; error: unknown }) =>
    logger.warn({ layer, error: reasonOf(error) }, 'a layer of the thread cache was passed over')
  const cacheOf = (layers: Parameters<typeof layeredCache>[0]['layers']) =>
    layeredCache({ layers, value: keptThreadSchema, onFault })
  const lasting = lastingLayer(pool)
  const memory = memoryLayer({ mostBytes: mostBytesInMemory, keepForMs: keptInMemoryFor })
  const inRedis = redisLayer(redis, { prefix: 'threadr:thread:', keepForMs: keptInRedisFor })
  // A Redis of this process's own would hold the same once more.
  const everybodys = cacheOf(redis.kind === 'in-process' ? [memory, lasting] : [memory, inRedis, lasting])
  const someones = cacheOf([lasting])
  const cacheAt = ({ owner }: ThreadPlace) => (owner ? someones : everybodys)
  const onlyLasting = cacheOf([lasting])

  return {
    /** Gives what is kept, or lets one caller at a time write and the others wait for that one. */
    ask(place: ThreadPlace, isFit: (thread: KeptThread) => boolean): Promise<Asked> {
      return new Promise((resolve) => {
        const settled = cachified<KeptThread | null>({
          key: place.key,
          cache: cacheAt(place),
          ttl: keptFor,
          checkValue: (value) => {
            const thread = keptThreadSchema.nullable().parse(value)
            return thread === null || isFit(thread)
          },
          getFreshValue: ({ metadata }) =>
            new Promise((done, fail) => {
              resolve({
                type: 'lead',
                async finish(thread) {
                  // A value whose time is over before it begins is handed on and not kept.
                  if (!thread) metadata.ttl = -1
                  done(thread)
                  await settled.catch(() => {})
                },
                abandon: () => fail(new Error('the writing was left')),
              })
            }),
        })
        settled.then(
          (thread) => resolve(thread ? { type: 'kept', thread } : { type: 'again' }),
          () => resolve({ type: 'again' }),
        )
      })
    },

    /** The caller's turn among all processes; see `takeTurn`. */
    turn(
      place: ThreadPlace,
      wait: { signal: AbortSignal; giveUpAt: number; isFit: (thread: KeptThread) => boolean },
    ) {
      const look = async () => {
        const entry: CacheEntry<KeptThread> | null | undefined = await onlyLasting.get(place.key)
        return entry && wait.isFit(entry.value) ? entry.value : null
      }
      return takeTurn({ pool, notifications }, place.key, { ...wait, look })
    },

    /** Puts a thread in the place of what is kept. */
    async replace(place: ThreadPlace, thread: KeptThread): Promise<void> {
      await cacheAt(place).set(place.key, createCacheEntry(thread, { ttl: keptFor }))
    },

    /** Counts that a thread was given again. */
    async countHit({ key }: ThreadPlace): Promise<void> {
      await pool
        .query('update thread_cache set hits = hits + 1 where key = $1', [key])
        .catch((error) => onFault({ layer: lasting.name, error }))
    },
  }
}
