import { expect, test } from 'vitest'
import { compareTexts } from './compare-texts.ts'

const told = (before: string, after: string) =>
  compareTexts(before, after).map((change) =>
    'same' in change
      ? change.same
      : change.words
          .map(({ text, change: how }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[how])
          .join(''),
  )

test('what stays is counted, what changes is told word by word', () => {
  expect(told('One.\n\nTwo is here.\n\nThree.', 'One.\n\nTwo was here.\n\nThree.')).toEqual([
    1,
    'Two -is-+was+ here.',
    1,
  ])
})

test('a passage that came or went is told whole', () => {
  expect(told('One.\n\nThree.', 'One.\n\nTwo.\n\nThree.')).toEqual([1, '+Two.+', 1])
  expect(told('One.\n\nTwo.', 'One.')).toEqual([1, '-Two.-'])
})

test('the same text has no change', () => {
  expect(told('One.\n\nTwo.', 'One.\n\nTwo.')).toEqual([2])
})

test('what is too long to be compared word by word is told whole', () => {
  const long = 'word '.repeat(2_000).trim()
  expect(told(long, `${long} more`)).toEqual([`-${long}-+${long} more+`])
  const many = Array.from({ length: 2_500 }, (_, index) => `p${index}`).join('\n\n')
  expect(compareTexts(many, `${many}\n\nmore`)).toHaveLength(1)
})

test('texts made to be hard to compare are told whole, and soon', () => {
  const letters = (seed: number) =>
    Array.from({ length: 1_400 }, (_, index) => String.fromCharCode(97 + ((index * seed) % 26))).join(' ')
  const hard = (seed: number) =>
    Array.from({ length: 300 }, (_, index) => `${seed} ${index} ${letters(seed + index)}`).join('\n\n')
  const changed = compareTexts(hard(3), hard(7)).flatMap((change) =>
    'words' in change ? [change.words] : [],
  )
  expect(changed.length).toBeGreaterThan(100)
  expect(changed.slice(100).every((words) => words.length <= 2)).toBe(true)
})
