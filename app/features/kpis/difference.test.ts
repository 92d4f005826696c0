import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

test('the interval of two shares is the one that Newcombe gives as an example', () => {
  // 56 of 70 against 48 of 80: 0.2, from 0.0524 to 0.3339 (Statistics in Medicine 17, 1998, table II, method 10).
  const difference = differenceOf({ part: 56, all: 70 }, { part: 48, all: 80 })
  expect(difference?.at).toBeCloseTo(0.2, 10)
  expect(difference?.low).toBeCloseTo(0.0524, 4)
  expect(difference?.high).toBeCloseTo(0.3339, 4)
})

test('of fewer than ten nothing is said', () => {
  expect(differenceOf({ part: 9, all: 9 }, { part: 0, all: 1000 })).toBeNull()
})
