import { expect, test } from 'vitest'
import { wholeInWords } from './status-words.ts'

test.each([
  [['up', 'up'], false, 'Everything works.'],
  [['up', 'up'], true, 'There is a trouble, and it is being looked at.'],
  [['up', 'impaired'], true, 'Something works less well than usual.'],
  [['impaired', 'down'], false, 'Something is down.'],
] as const)('of %j, with a note that goes on: %s, it is said %j', (states, isNoted, sentence) =>
  expect(wholeInWords(states, isNoted)).toBe(sentence),
)
