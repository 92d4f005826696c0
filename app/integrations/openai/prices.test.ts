import { expect, test } from 'vitest'
import { costMicros, priceOf } from './prices.ts'

const million = { inputTokens: 1_000_000, outputTokens: 1_000_000 }

test('a model costs what its name says, whatever date it carries', () => {
  expect(costMicros(priceOf('gpt-4.1-mini'), million)).toBe(2_000_000)
  expect(priceOf('gpt-4.1-mini-2025-04-14')).toEqual(priceOf('gpt-4.1-mini'))
})

test('input that the provider had kept costs less, and never more than there was', () => {
  const price = priceOf('gpt-4.1-mini')
  expect(costMicros(price, { inputTokens: 1000, outputTokens: 0, cachedTokens: 600 })).toBe(220)
  expect(costMicros(price, { inputTokens: 1000, outputTokens: 0, cachedTokens: 9000 })).toBe(100)
})

test('a price that was set goes before the list, and zero is a price', () => {
  expect(costMicros(priceOf('gpt-4.1', { input: 10, output: 20 }), million)).toBe(300_000)
  expect(costMicros(priceOf('gpt-4.1', { input: 0, output: 0 }), million)).toBe(0)
})

test('a model that nobody has a price for is counted dear, and parts of a millionth are rounded up', () => {
  expect(costMicros(priceOf('llama-of-my-own'), million)).toBe(12_500_000)
  expect(costMicros(priceOf('gpt-5-nano'), { inputTokens: 1, outputTokens: 0 })).toBe(1)
})
