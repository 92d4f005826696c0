import { expect, it } from 'vitest'
import { rowState } from './row-state.ts'

it.each([
  ['ready', 1, '1 tweet'],
  ['ready', 7, '7 tweets'],
  ['queued', 0, 'Waiting its turn'],
  ['running', 0, 'Being written'],
  ['running', 2, 'Being written, 2 tweets so far'],
  ['failed', 0, 'Not written'],
  ['failed', 3, 'Not finished, 3 tweets'],
  ['cancelled', 0, 'Stopped'],
  ['cancelled', 1, 'Stopped, 1 tweet'],
] as const)('a thread that is %s with %i tweets says %j', (status, tweetCount, said) => {
  expect(rowState({ status, tweetCount }).text).toBe(said)
})
