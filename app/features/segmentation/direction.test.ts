import { expect, test } from 'vitest'
import { directionOf } from './direction.ts'

test.each([
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['en', 'ltr'],
  ['ja', 'ltr'],
  ['no language', undefined],
  [null, undefined],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})
