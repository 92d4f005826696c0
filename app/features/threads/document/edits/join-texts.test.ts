import { expect, test } from 'vitest'
import { joinTexts } from './join-texts.ts'

const joined = (first: string, second: string) => joinTexts(first, second).text

test('a sentence that goes on and one-paragraph sentences are joined by a space', () => {
  expect(joined('The river froze', 'in 1963.')).toBe('The river froze in 1963.')
  expect(joined('It froze. ', ' People walked across.')).toBe('It froze. People walked across.')
  expect(joined('“It froze.”', 'She said so.')).toBe('“It froze.” She said so.')
})

test('nothing is put between Japanese sentences', () => {
  expect(joined('川が凍った。', '人が渡った。')).toBe('川が凍った。人が渡った。')
})

test('a blank line sets apart lists, texts with lines of their own, headings and what ends with an emoji', () => {
  expect(joined('Three reasons:', '1. It was cold.')).toBe('Three reasons:\n\n1. It was cold.')
  expect(joined('First.\n\nSecond.', 'Third.')).toBe('First.\n\nSecond.\n\nThird.')
  expect(joined('Why rivers freeze', 'Rivers are cold.')).toBe('Why rivers freeze\n\nRivers are cold.')
  expect(joined('A thread 🧵', 'Rivers are cold.')).toBe('A thread 🧵\n\nRivers are cold.')
})

test('an empty one leaves the other as it is', () => {
  expect(joinTexts('', 'Text.')).toEqual({ text: 'Text.', seam: 0 })
  expect(joinTexts('Text.', ' ')).toEqual({ text: 'Text.', seam: 5 })
})
