import { createCacheEntry } from '@epic-web/cachified'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createInProcessRedis } from '../redis/in-process.ts'
import { type CacheLayer, layeredCache } from './layers.ts'
import { memoryLayer } from './memory-layer.ts'
import { redisLayer } from './redis-layer.ts'

const valueSchema = z.object({ text: z.string() })
const entryOf = (text: unknown, ttl = 60_000) => createCacheEntry({ text }, { ttl })
const memory = (mostBytes = 100_000) => memoryLayer({ mostBytes, keepForMs: 60_000 })

function cacheOf(...layers: CacheLayer[]) {
  const faults: string[] = []
  const onFault = ({ layer }: { layer: string }) => void faults.push(layer)
  return { faults, cache: layeredCache({ layers, value: valueSchema, onFault }) }
}

describe('a cache of several layers', () => {
  test('finds what only the lowest has, and puts it into those above', async () => {
    const redis = createInProcessRedis()
    const [top, middle, lowest] = [memory(), redisLayer(redis, { prefix: 'p:', keepForMs: 60_000 }), memory()]
    await lowest.set('key', entryOf('kept'), 60_000)
    const { cache } = cacheOf(top, middle, lowest)
    expect(await cache.get('key')).toMatchObject({ value: { text: 'kept' } })
    expect(await top.get('key')).toMatchObject({ value: { text: 'kept' } })
    expect(await redis.get('p:key')).toContain('kept')
    await cache.delete('key')
    expect([await top.get('key'), await middle.get('key'), await lowest.get('key')]).toEqual([
      null,
      null,
      null,
    ])
  })

  test.each([
    ['is no such value', entryOf(7)],
    ['is no entry at all', { hello: 'world' }],
  ])('passes over what %s, and replaces it with what is found below', async (_, bad) => {
    const { top, lowest } = { top: memory(), lowest: memory() }
    await top.set('key', Object.assign(entryOf('x'), { metadata: null, value: null }, bad), 60_000)
    await lowest.set('key', entryOf('right'), 60_000)
    const { cache, faults } = cacheOf(top, lowest)
    expect(await cache.get('key')).toMatchObject({ value: { text: 'right' } })
    expect(await top.get('key')).toMatchObject({ value: { text: 'right' } })
    expect(faults).toEqual(['memory'])
  })

  test('has nothing where a value’s time is over, whatever a layer says', async () => {
    const lowest = memory()
    await lowest.set(
      'key',
      createCacheEntry({ text: 'old' }, { ttl: 1_000, createdTime: Date.now() - 2_000 }),
      60_000,
    )
    expect(await cacheOf(memory(), lowest).cache.get('key')).toBeNull()
  })

  test('goes on when a layer fails', async () => {
    const broken = async () => {
      throw new Error('no disk')
    }
    const { cache, faults } = cacheOf({ name: 'broken', get: broken, set: broken, delete: broken }, memory())
    await cache.set('key', createCacheEntry({ text: 'kept' }, { ttl: 60_000 }))
    expect(await cache.get('key')).toMatchObject({ value: { text: 'kept' } })
    await cache.delete('key')
    expect(new Set(faults)).toEqual(new Set(['broken']))
  })
})

test('the memory of a process holds so many bytes, and drops what was used least', async () => {
  const layer = memory(1_000)
  for (const key of ['a', 'b', 'c']) await layer.set(key, entryOf('x'.repeat(300)), 60_000)
  expect(await layer.get('a')).toBeNull()
  expect(await layer.get('c')).not.toBeNull()
  await layer.set('huge', entryOf('x'.repeat(5_000)), 60_000)
  expect(await layer.get('huge')).toBeNull()
})
