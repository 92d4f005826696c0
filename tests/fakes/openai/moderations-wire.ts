import { z } from 'zod'
import type { RequestFault } from './request-schema.ts'

const categories = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/instructions',
  'self-harm/intent',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
] as const
type ModerationCategory = (typeof categories)[number]

const takesImages = new Set<string>([
  'self-harm',
  'self-harm/instructions',
  'self-harm/intent',
  'sexual',
  'violence',
  'violence/graphic',
])

const textInput = z.strictObject({ type: z.literal('text'), text: z.string() })
const requestSchema = z.strictObject({
  model: z.enum(['omni-moderation-latest', 'omni-moderation-2024-09-26']).default('omni-moderation-latest'),
  input: z.union([z.string(), z.array(z.string()).min(1), z.array(textInput).min(1)]),
})

export type ModerationRequest = { model: string; texts: string[] }

/** The request, or the first thing that OpenAI would refuse about it. Text alone: Threadr sends no images. */
export function parseModerationRequest(body: unknown): ModerationRequest | RequestFault {
  const parsed = requestSchema.safeParse(body)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { message: issue?.message ?? 'Invalid request.', param: issue?.path.join('.') || null }
  }
  const { model, input } = parsed.data
  if (typeof input === 'string') return { model, texts: [input] }
  const texts = input.filter((part) => typeof part === 'string')
  if (texts.length > 0) return { model, texts }
  // The parts of a list of objects are judged together, with one result.
  return { model, texts: [input.map((part) => (typeof part === 'string' ? part : part.text)).join('\n')] }
}

/** Words that make the fake flag a text, each with its category. `flag:<category>` always does. */
export type FlagWords = Record<string, ModerationCategory>

function flaggedIn(text: string, words: FlagWords): Set<string> {
  const own = Object.keys(words).filter((word) => text.includes(word))
  const marks = categories.filter((category) => text.match(/flag:[a-z/-]+/g)?.includes(`flag:${category}`))
  return new Set([...own.map((word) => words[word] ?? ''), ...marks])
}

/** The body of an answer: a result for each text, in the form of omni-moderation-latest. */
export function moderationBody({ texts, model }: ModerationRequest, words: FlagWords, id: string): string {
  const results = texts.map((text) => {
    const flagged = flaggedIn(text, words)
    const each = (judge: (category: string) => unknown) =>
      Object.fromEntries(categories.map((category) => [category, judge(category)]))
    return {
      flagged: flagged.size > 0,
      categories: each((category) => flagged.has(category)),
      category_scores: each((category) => (flagged.has(category) ? 0.97 : 0.0001)),
      category_applied_input_types: each((category) =>
        takesImages.has(category) || flagged.has(category) ? ['text'] : [],
      ),
    }
  })
  return JSON.stringify({ id, model, results })
}
