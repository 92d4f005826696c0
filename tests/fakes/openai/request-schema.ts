import { z } from 'zod'
import { faultOfStrictSchema } from './strict-schema.ts'

const textPartSchema = z.strictObject({ type: z.literal('text'), text: z.string() })
const messageSchema = z.strictObject({
  role: z.enum(['developer', 'system', 'user', 'assistant']),
  content: z.union([z.string(), z.array(textPartSchema).min(1)]),
  name: z.string().optional(),
})

export const schemaName = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/)

const responseFormatSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: schemaName,
      description: z.string().optional(),
      strict: z.boolean().nullish(),
      schema: z.record(z.string(), z.unknown()),
    }),
  }),
])

/** The parameters of a chat completion that a writer may use. Any other is refused, as OpenAI refuses what it doesn't know. */
const chatRequestSchema = z
  .strictObject({
    model: z.string().min(1),
    messages: z.array(messageSchema).min(1),
    stream: z.boolean().nullish(),
    stream_options: z
      .strictObject({ include_usage: z.boolean().optional(), include_obfuscation: z.boolean().optional() })
      .nullish(),
    response_format: responseFormatSchema.optional(),
    max_completion_tokens: z.number().int().positive().nullish(),
    max_tokens: z.number().int().positive().nullish(),
    temperature: z.number().min(0).max(2).nullish(),
    top_p: z.number().min(0).max(1).nullish(),
    n: z.literal(1).nullish(),
    seed: z.number().int().nullish(),
    stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
    store: z.boolean().nullish(),
    reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']).nullish(),
    verbosity: z.enum(['low', 'medium', 'high']).nullish(),
    safety_identifier: z.string().max(128).nullish(),
    prompt_cache_key: z.string().nullish(),
    service_tier: z.enum(['auto', 'default', 'flex', 'scale', 'priority', 'fast']).nullish(),
    metadata: z.record(z.string(), z.string()).nullish(),
    user: z.string().optional(),
  })
  .superRefine((request, context) => {
    if (request.stream_options && !request.stream) {
      context.addIssue({
        code: 'custom',
        path: ['stream_options'],
        message: "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      })
    }
    const format = request.response_format
    if (format?.type !== 'json_schema' || !format.json_schema.strict) return
    const fault = faultOfStrictSchema(format.json_schema.schema)
    if (fault === null) return
    context.addIssue({
      code: 'custom',
      path: ['response_format'],
      message: `Invalid schema for response_format '${format.json_schema.name}': ${fault}`,
    })
  })

export type ChatRequest = z.infer<typeof chatRequestSchema>

export type RequestFault = { message: string; param: string | null; code?: string }

/** The request, or the first thing that OpenAI would refuse about it. */
export function parseChatRequest(body: unknown): ChatRequest | RequestFault {
  const parsed = chatRequestSchema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue?.code === 'unrecognized_keys' && issue.path.length === 0) {
    return { message: `Unrecognized request argument supplied: ${issue.keys.join(', ')}`, param: null }
  }
  const param = issue && issue.path.length > 0 ? issue.path.join('.') : null
  return { message: issue?.message ?? 'Invalid request.', param }
}

/** The text of all messages of a role, one after the other. */
export function textOfMessages(request: ChatRequest, role: 'system' | 'user'): string {
  return request.messages
    .filter((message) => message.role === role)
    .map(({ content }) => (typeof content === 'string' ? content : content.map((part) => part.text).join('')))
    .join('\n')
}
