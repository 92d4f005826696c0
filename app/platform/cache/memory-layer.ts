import { LRUCache } from 'lru-cache'
import type { CacheLayer } from './layers.ts'

/**
 * Within the process: `mostBytes` of JSON at most, the least used goes first. Nothing stays longer than `keepForMs`, since
 * another process may have replaced it.
 */
export function memoryLayer({ mostBytes, keepForMs }: { mostBytes: number; keepForMs: number }): CacheLayer {
  const entries = new LRUCache<string, string>({
    maxSize: mostBytes,
    sizeCalculation: (entry, key) => Buffer.byteLength(entry) + Buffer.byteLength(key),
  })
  return {
    name: 'memory',
    async get(key) {
      const entry = entries.get(key)
      return entry === undefined ? null : JSON.parse(entry)
    },
    async set(key, entry, left) {
      entries.set(key, JSON.stringify(entry), { ttl: Math.min(left, keepForMs) })
    },
    async delete(key) {
      entries.delete(key)
    },
  }
}
