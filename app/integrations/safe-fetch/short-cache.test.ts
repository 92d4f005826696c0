import { expect, test } from 'vitest'
import { ShortCache } from './short-cache.ts'

function cacheWith(limits: { maxBytes?: number; maxEntries?: number }) {
  let now = 0
  const cache = new ShortCache<string>({ maxBytes: 100, maxEntries: 10, ...limits }, () => now)
  return {
    put: (key: string, bytes = 1, ms = 1_000) => cache.set(key, key, { bytes, ms }),
    held: (...keys: string[]) => keys.filter((key) => cache.get(key) === key),
    wait: (ms: number) => {
      now += ms
    },
  }
}

test('a value is kept for its time', () => {
  const { put, held, wait } = cacheWith({})
  put('a')
  wait(999)
  expect(held('a')).toEqual(['a'])
  wait(1)
  expect(held('a')).toEqual([])
})

test('the oldest go where there are too many, or too many bytes', () => {
  const few = cacheWith({ maxEntries: 2 })
  for (const key of ['a', 'b', 'c']) few.put(key)
  expect(few.held('a', 'b', 'c')).toEqual(['b', 'c'])

  const small = cacheWith({ maxBytes: 100 })
  for (const key of ['a', 'b', 'c']) small.put(key, 40)
  expect(small.held('a', 'b', 'c')).toEqual(['b', 'c'])
  small.put('d', 90)
  expect(small.held('b', 'c', 'd')).toEqual(['d'])
})

test('what is over the bound by itself is not kept, and what it replaces is gone', () => {
  const { put, held } = cacheWith({ maxBytes: 100 })
  put('a', 50)
  put('b', 50)
  put('a', 101)
  expect(held('a', 'b')).toEqual(['b'])
  put('c', 50)
  expect(held('b', 'c')).toEqual(['b', 'c'])
})

test('what has had its time makes room, also where it was put in later', () => {
  const { put, held, wait } = cacheWith({ maxBytes: 100 })
  put('long', 50, 10_000)
  put('short', 50, 10)
  wait(10)
  put('next', 50)
  expect(held('long', 'short', 'next')).toEqual(['long', 'next'])
})
