import { describe, expect, test } from 'vitest'
import { readEnv } from './env.ts'

const envWith = (variables: Record<string, string>) =>
  readEnv({
    DATABASE_URL: 'postgres://localhost/threadr',
    SESSION_SECRET: 'k'.repeat(16) + 'v'.repeat(16),
    STORAGE_FOLDER: '/var/lib/threadr/files',
    ...variables,
  })
const first = { OPENAI_API_KEY: 'sk-1' }
const second = {
  OPENAI_FALLBACK_API_KEY: 'sk-2',
  OPENAI_FALLBACK_BASE_URL: 'https://second.example/v1',
  OPENAI_FALLBACK_MODEL: 'other',
}

describe('the models of an environment', () => {
  test('are none and a dollar a day without more', () => {
    expect(envWith({})).toMatchObject({ openai: null, openaiFallback: null, modelDailyCents: 100 })
  })

  test('are a first and a second, each with a price of its own', () => {
    const prices = { OPENAI_PRICE_INPUT: '12.5', OPENAI_PRICE_OUTPUT: '50' }
    const others = { OPENAI_FALLBACK_PRICE_INPUT: '0', OPENAI_FALLBACK_PRICE_OUTPUT: '7' }
    expect(envWith({ ...first, ...second, ...prices, ...others, MODEL_DAILY_CENTS: '0' })).toMatchObject({
      openai: { apiKey: 'sk-1', model: 'gpt-4.1-mini', price: { input: 12.5, output: 50 } },
      openaiFallback: {
        apiKey: 'sk-2',
        baseUrl: 'https://second.example/v1',
        model: 'other',
        price: { input: 0, output: 7 },
      },
      modelDailyCents: 0,
    })
  })

  test.each([
    [{ ...first, ...second, OPENAI_FALLBACK_MODEL: ' ' }, 'OPENAI_FALLBACK_MODEL is not set'],
    [{ ...first, OPENAI_FALLBACK_API_KEY: 'sk-2' }, 'OPENAI_FALLBACK_BASE_URL is not set'],
    [second, 'OPENAI_FALLBACK_API_KEY is set without OPENAI_API_KEY'],
    [{ ...first, ...second, OPENAI_FALLBACK_PRICE_OUTPUT: '1' }, 'OPENAI_FALLBACK_PRICE_INPUT is not set'],
    [
      { ...first, OPENAI_FALLBACK_PRICE_INPUT: '1', OPENAI_FALLBACK_PRICE_OUTPUT: '1' },
      'OPENAI_FALLBACK_MODEL is not set',
    ],
    [{ ...first, OPENAI_PRICE_INPUT: '10' }, 'OPENAI_PRICE_OUTPUT is not set'],
    [{ ...first, OPENAI_PRICE_INPUT: 'free', OPENAI_PRICE_OUTPUT: '0' }, 'OPENAI_PRICE_INPUT has to be'],
    [{ MODEL_DAILY_CENTS: '-1' }, 'MODEL_DAILY_CENTS has to be a whole number'],
  ])('that are set by half are refused: %o', (variables, sentence) => {
    expect(() => envWith(variables)).toThrow(sentence)
  })
})
