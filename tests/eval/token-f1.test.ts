import { expect, test } from 'vitest'
import { tokenF1 } from './token-f1.ts'

test.each([
  ['The ice is back.', 'the ICE, is back', 1],
  ['one two', 'one two three four', 2 / 3],
  ['one one', 'one', 2 / 3],
  ['one', 'two', 0],
  ['氷が来た', '氷が来た。', 1],
  ['', '', 1],
  ['', 'one', 0],
])('%j has of %j %d', (text, expected, share) => {
  expect(tokenF1(text, expected)).toBeCloseTo(share)
})
