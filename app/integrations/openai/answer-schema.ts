import { z } from 'zod'

/** How many tokens of the input the provider had kept, as either API tells it within its details; 0 where it doesn't. */
export const cachedTokens = z
  .object({ cached_tokens: z.number().int().nonnegative().nullish() })
  .nullish()
  .transform((details) => details?.cached_tokens ?? 0)

const usageSchema = z.object({
  prompt_tokens: z.number().int().nonnegative(),
  completion_tokens: z.number().int().nonnegative(),
  prompt_tokens_details: cachedTokens,
})

/** What is read of a streamed chunk. Loose on purpose: servers that only resemble OpenAI's leave a good deal out. */
export const chunkSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema.nullish(),
})

/** What is read of an answer that isn't streamed. */
export const completionSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: usageSchema.nullish(),
})

/** `cachedTokens` are those of the input that the provider had kept and charges less for. */
export type TokenUsage = { inputTokens: number; outputTokens: number; cachedTokens: number }

export const tokenUsage = (usage: z.infer<typeof usageSchema>): TokenUsage => ({
  inputTokens: usage.prompt_tokens,
  outputTokens: usage.completion_tokens,
  cachedTokens: usage.prompt_tokens_details,
})
