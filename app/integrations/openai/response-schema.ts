import { z } from 'zod'
import { cachedTokens, type TokenUsage } from './answer-schema.ts'

const usageSchema = z.object({
  input_tokens: z.number().int().nonnegative(),
  output_tokens: z.number().int().nonnegative(),
  input_tokens_details: cachedTokens,
})

export const tokenUsage = (usage: z.infer<typeof usageSchema>): TokenUsage => ({
  inputTokens: usage.input_tokens,
  outputTokens: usage.output_tokens,
  cachedTokens: usage.input_tokens_details,
})

/** The `response` object, as far as it is read. Parts of kinds unknown to us are left alone. */
export const responseSchema = z.object({
  status: z.string(),
  model: z.string().nullish(),
  error: z.object({ code: z.string().nullish() }).nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  output: z
    .array(
      z.object({
        type: z.string(),
        content: z.array(z.object({ type: z.string(), text: z.string().optional() })).nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema.nullish(),
})
export type ResponseObject = z.infer<typeof responseSchema>

/** The events that carry what we read; the others only say how far the response has come. */
const heardEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('response.output_text.delta'), delta: z.string() }),
  z.object({ type: z.literal('response.refusal.delta') }),
  z.object({ type: z.literal('response.refusal.done') }),
  z.object({ type: z.literal('response.created'), response: responseSchema }),
  z.object({ type: z.literal('response.completed'), response: responseSchema }),
  z.object({ type: z.literal('response.incomplete'), response: responseSchema }),
  z.object({ type: z.literal('response.failed'), response: responseSchema }),
  z.object({ type: z.literal('error'), code: z.string().nullish() }),
])
const heardTypes = new Set<string>(heardEventSchema.options.map(({ shape }) => shape.type.value))
const anyEventSchema = z.object({ type: z.string() })

export type HeardEvent = z.infer<typeof heardEventSchema>

/** An event that says something, null for one that doesn't; undefined where it has an unknown form. */
export function parseEvent(raw: unknown): HeardEvent | null | undefined {
  const any = anyEventSchema.safeParse(raw)
  if (!any.success) return undefined
  return heardTypes.has(any.data.type) ? heardEventSchema.safeParse(raw).data : null
}
