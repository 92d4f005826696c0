import type { TokenUsage } from './answer-schema.ts'

/** In US dollars a million tokens; `cached` is for input that the provider had kept. */
type Price = { input: number; cached: number; output: number }

/**
 * OpenAI's list prices for text at the standard tier, https://developers.openai.com/api/docs/pricing as public price
 * tables repeated it in November 2026. Prices change: OPENAI_PRICE_INPUT and OPENAI_PRICE_OUTPUT go before them.
 */
const listed: Record<string, Price> = {
  'gpt-5.5': { input: 5, cached: 0.5, output: 30 },
  'gpt-5.4': { input: 2.5, cached: 0.25, output: 15 },
  'gpt-5.4-mini': { input: 0.75, cached: 0.075, output: 4.5 },
  'gpt-5.4-nano': { input: 0.2, cached: 0.02, output: 1.25 },
  'gpt-5.2': { input: 1.75, cached: 0.175, output: 14 },
  'gpt-5.1': { input: 1.25, cached: 0.125, output: 10 },
  'gpt-5': { input: 1.25, cached: 0.125, output: 10 },
  'gpt-5-mini': { input: 0.25, cached: 0.025, output: 2 },
  'gpt-5-nano': { input: 0.05, cached: 0.005, output: 0.4 },
  'gpt-4.1': { input: 2, cached: 0.5, output: 8 },
  'gpt-4.1-mini': { input: 0.4, cached: 0.1, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, cached: 0.025, output: 0.4 },
  'gpt-4o': { input: 2.5, cached: 1.25, output: 10 },
  'gpt-4o-mini': { input: 0.15, cached: 0.075, output: 0.6 },
}

/** What isn't listed is counted like a large model, so that a budget is never passed for want of a price. */
const assumed: Price = { input: 2.5, cached: 2.5, output: 10 }

/** In cents a million tokens, as the environment sets them. */
export type OwnPrice = { input: number; output: number }

/** The price of a model by its name, with or without a date at its end (`gpt-4.1-mini-2025-04-14`). */
export function priceOf(model: string, own: OwnPrice | null = null): Price {
  if (own) return { input: own.input / 100, cached: own.input / 100, output: own.output / 100 }
  return listed[model] ?? listed[model.replace(/-\d{4}-\d{2}-\d{2}$/, '')] ?? assumed
}

/** What tokens cost, in millionths of a dollar, rounded up. */
export function costMicros(
  price: Price,
  { inputTokens, outputTokens, cachedTokens = 0 }: Omit<TokenUsage, 'cachedTokens'> & Partial<TokenUsage>,
): number {
  const cached = Math.min(cachedTokens, inputTokens)
  // A dollar a million tokens is a millionth of a dollar a token.
  return Math.ceil((inputTokens - cached) * price.input + cached * price.cached + outputTokens * price.output)
}
