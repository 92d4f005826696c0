import type { Redis } from '../redis/redis.ts'
import type { CacheLayer } from './layers.ts'

/** In Redis, under a prefix, for `keepForMs` at most. */
export function redisLayer(
  redis: Redis,
  { prefix, keepForMs }: { prefix: string; keepForMs: number },
): CacheLayer {
  return {
    name: redis.kind,
    async get(key) {
      const entry = await redis.get(prefix + key)
      return entry === null ? null : JSON.parse(entry)
    },
    async set(key, entry, left) {
      await redis.set(prefix + key, JSON.stringify(entry), Math.min(left, keepForMs))
    },
    delete: (key) => redis.delete(prefix + key),
  }
}
