import { expect, test } from 'vitest'
import { queue } from './queue.ts'
import { fallsShort } from './ratio.ts'

test('a layer over the queue that takes twice as long as it does falls short of its bar', async () => {
  const [rate] = await queue({ pairs: 5, jobs: 300, pickUps: 1, slowed: 2 })
  expect(rate && fallsShort(rate)).toBe(true)
})
