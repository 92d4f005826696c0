import { expect, test } from 'vitest'
import { chunkSchema, tokenUsage } from './answer-schema.ts'

const usageOf = (usage: unknown) => {
  const parsed = chunkSchema.parse({ usage }).usage
  return parsed && tokenUsage(parsed)
}

test('tokens that the provider had kept are told where there are any', () => {
  const counts = { prompt_tokens: 900, completion_tokens: 50 }
  expect(usageOf({ ...counts, prompt_tokens_details: { cached_tokens: 640 } })).toEqual({
    inputTokens: 900,
    outputTokens: 50,
    cachedTokens: 640,
  })
  for (const details of [undefined, null, {}, { cached_tokens: 0 }, { cached_tokens: null }])
    expect(usageOf({ ...counts, prompt_tokens_details: details })).toEqual({
      inputTokens: 900,
      outputTokens: 50,
      cachedTokens: 0,
    })
})
