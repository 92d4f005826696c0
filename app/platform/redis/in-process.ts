import { LRUCache } from 'lru-cache'
import type { Redis } from './redis.ts'

const mostBytes = 32 * 1024 * 1024

/** What Redis does, within one process and for as long as that lives; the least used goes where it would grow too large. */
export function createInProcessRedis(): Redis {
  const values = new LRUCache<string, string>({
    maxSize: mostBytes,
    sizeCalculation: (value, key) => Buffer.byteLength(value) + Buffer.byteLength(key),
  })
  return {
    kind: 'in-process',
    get: async (key) => values.get(key) ?? null,
    async set(key, value, keepForMs) {
      values.set(key, value, { ttl: keepForMs })
      return true
    },
    async setNew(key, value, keepForMs) {
      if (!values.has(key)) values.set(key, value, { ttl: keepForMs })
    },
    async delete(key) {
      values.delete(key)
    },
    lend: async () => null,
    async close() {
      values.clear()
    },
  }
}
