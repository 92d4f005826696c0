import { z } from 'zod'
import { count, optional, webAddress, withDefault } from './env-values.ts'

const cents = z.coerce
  .number('has to be a number of cents')
  .min(0, 'has to be a number of cents')
  .max(1_000_000, 'has to be a number of cents')

export const modelFields = {
  OPENAI_API_KEY: optional(z.string()),
  OPENAI_BASE_URL: optional(webAddress),
  OPENAI_MODEL: withDefault(z.string(), 'gpt-4.1-mini'),
  OPENAI_API: withDefault(z.enum(['chat', 'responses'], 'has to be chat or responses'), 'chat'),
  OPENAI_PRICE_INPUT: optional(cents),
  OPENAI_PRICE_OUTPUT: optional(cents),
  OPENAI_FALLBACK_API_KEY: optional(z.string()),
  OPENAI_FALLBACK_BASE_URL: optional(webAddress),
  OPENAI_FALLBACK_MODEL: optional(z.string()),
  OPENAI_FALLBACK_PRICE_INPUT: optional(cents),
  OPENAI_FALLBACK_PRICE_OUTPUT: optional(cents),
  MODEL_DAILY_CENTS: withDefault(count(0, 1_000_000), '100'),
}

/** In cents a million tokens. */
type Price = { input: number; output: number }

type Fields = z.output<z.ZodObject<typeof modelFields>>

export type ModelSettings = {
  /** Null where no key is set: then the built-in writer writes. */
  openai: {
    apiKey: string
    baseUrl: string | undefined
    model: string
    /** What is spoken to it: chat completions without it, or the Responses API. */
    api?: 'chat' | 'responses'
    /** Null for what the table of prices says. */
    price?: Price | null
  } | null
  /** Asked where the first does not answer. */
  openaiFallback: { apiKey: string; baseUrl: string; model: string; price?: Price | null } | null
  /** What an owner's models may cost on a day (UTC), in US cents. */
  modelDailyCents: number
}

/** The models that are set; refuses what is set by half. */
export function chooseModels(env: Fields, refuse: (name: string, message: string) => void): ModelSettings {
  const price = choosePrice(env, 'OPENAI_PRICE', refuse)
  return {
    openai: env.OPENAI_API_KEY
      ? {
          apiKey: env.OPENAI_API_KEY,
          baseUrl: env.OPENAI_BASE_URL,
          model: env.OPENAI_MODEL,
          api: env.OPENAI_API,
          price,
        }
      : null,
    openaiFallback: chooseFallback(env, refuse),
    modelDailyCents: env.MODEL_DAILY_CENTS,
  }
}

function choosePrice(
  env: Fields,
  prefix: 'OPENAI_PRICE' | 'OPENAI_FALLBACK_PRICE',
  refuse: (name: string, message: string) => void,
): Price | null {
  const [input, output] = [env[`${prefix}_INPUT`], env[`${prefix}_OUTPUT`]]
  if ((input === undefined) !== (output === undefined))
    refuse(`${prefix}_${input === undefined ? 'INPUT' : 'OUTPUT'}`, 'is not set: give both prices or neither')
  return input === undefined || output === undefined ? null : { input, output }
}

function chooseFallback(
  env: Fields,
  refuse: (name: string, message: string) => void,
): ModelSettings['openaiFallback'] {
  const given = {
    OPENAI_FALLBACK_API_KEY: env.OPENAI_FALLBACK_API_KEY,
    OPENAI_FALLBACK_BASE_URL: env.OPENAI_FALLBACK_BASE_URL,
    OPENAI_FALLBACK_MODEL: env.OPENAI_FALLBACK_MODEL,
  }
  const price = choosePrice(env, 'OPENAI_FALLBACK_PRICE', refuse)
  if (price === null && Object.values(given).every((value) => value === undefined)) return null
  for (const [name, value] of Object.entries(given))
    if (value === undefined)
      refuse(name, 'is not set: a second provider needs its key, its address and its model')
  if (!env.OPENAI_API_KEY)
    refuse('OPENAI_FALLBACK_API_KEY', 'is set without OPENAI_API_KEY: a second provider needs a first')
  const {
    OPENAI_FALLBACK_API_KEY: apiKey,
    OPENAI_FALLBACK_BASE_URL: baseUrl,
    OPENAI_FALLBACK_MODEL: model,
  } = given
  return apiKey && baseUrl && model ? { apiKey, baseUrl, model, price } : null
}
