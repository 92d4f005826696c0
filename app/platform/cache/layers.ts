import type { Cache, CacheEntry } from '@epic-web/cachified'
import { z } from 'zod'

/** One place where values are kept. What it gives may be anything: it is parsed before it is used. */
export type CacheLayer = {
  name: string
  get(key: string): Promise<unknown>
  set(key: string, entry: CacheEntry, keepForMs: number): Promise<void>
  delete(key: string): Promise<void>
}

/**
 * Several layers as one cache, the quickest first and the lasting one last. What is found in one is put into those
 * before it; a value that has gone bad, or whose time is over, counts as not found there. A layer that fails is passed
 * over and told to `onFault`.
 */
export function layeredCache<Value>(options: {
  layers: readonly CacheLayer[]
  value: z.ZodType<Value>
  onFault: (fault: { layer: string; error: unknown }) => void
}): Cache<Value> {
  const { layers, onFault } = options
  const entrySchema = z.object({
    metadata: z.object({ createdTime: z.number(), ttl: z.number().positive(), swr: z.number().nullish() }),
    value: options.value,
  })

  async function attempt<T>(layer: CacheLayer, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      onFault({ layer: layer.name, error })
      return null
    }
  }
  const put = async (into: readonly CacheLayer[], key: string, entry: CacheEntry<Value>) => {
    const left = leftOf(entry)
    if (left > 0) await Promise.all(into.map((layer) => attempt(layer, () => layer.set(key, entry, left))))
  }

  return {
    name: layers.map(({ name }) => name).join(' + '),
    async get(key) {
      for (const [at, layer] of layers.entries()) {
        const raw = await attempt(layer, () => layer.get(key))
        if (raw === null || raw === undefined) continue
        const parsed = entrySchema.safeParse(raw)
        if (!parsed.success) onFault({ layer: layer.name, error: parsed.error })
        if (!parsed.success || leftOf(parsed.data) <= 0) continue
        await put(layers.slice(0, at), key, parsed.data)
        return parsed.data
      }
      return null
    },
    set: (key, entry) => put(layers, key, entry),
    async delete(key) {
      await Promise.all(layers.map((layer) => attempt(layer, () => layer.delete(key))))
    },
  }
}

/** How much of an entry's time is left, in milliseconds. */
const leftOf = ({ metadata }: CacheEntry) => metadata.createdTime + (metadata.ttl ?? 0) - Date.now()
