import { expect, test } from 'vitest'
import { queue } from './queue.ts'
import { isMet } from './ratio.ts'

test('a layer over the queue that is much slower than the queue itself falls short of its bar', async () => {
  const [rate] = await queue({ pairs: 1, jobs: 100, pickUps: 1, taskMs: 20 })
  expect(rate && isMet(rate)).toBe(false)
})
