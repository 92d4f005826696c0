import { z } from 'zod'
import { type ChatRequest, type RequestFault, schemaName } from './request-schema.ts'
import { faultOfStrictSchema } from './strict-schema.ts'

const inputMessageSchema = z.strictObject({
  type: z.literal('message').optional(),
  role: z.enum(['developer', 'system', 'user', 'assistant']),
  content: z.union([
    z.string(),
    z.array(z.strictObject({ type: z.literal('input_text'), text: z.string() })).min(1),
  ]),
})

const textFormatSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    name: schemaName,
    description: z.string().optional(),
    strict: z.boolean().nullish(),
    schema: z.record(z.string(), z.unknown()),
  }),
])

/** The parameters of a response that a writer may use; any other is refused. No tools, no files, no kept conversation. */
const responsesRequestSchema = z
  .strictObject({
    model: z.string().min(1),
    input: z.union([z.string().min(1), z.array(inputMessageSchema).min(1)]),
    instructions: z.string().nullish(),
    stream: z.boolean().nullish(),
    stream_options: z.strictObject({ include_obfuscation: z.boolean().optional() }).nullish(),
    text: z
      .strictObject({
        format: textFormatSchema.optional(),
        verbosity: z.enum(['low', 'medium', 'high']).nullish(),
      })
      .optional(),
    max_output_tokens: z.number().int().min(16).nullish(),
    temperature: z.number().min(0).max(2).nullish(),
    top_p: z.number().min(0).max(1).nullish(),
    store: z.boolean().nullish(),
    truncation: z.enum(['auto', 'disabled']).nullish(),
    reasoning: z
      .strictObject({ effort: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']).nullish() })
      .nullish(),
    safety_identifier: z.string().max(64).nullish(),
    prompt_cache_key: z.string().nullish(),
    service_tier: z.enum(['auto', 'default', 'flex', 'scale', 'priority']).nullish(),
    metadata: z.record(z.string(), z.string()).nullish(),
    user: z.string().optional(),
  })
  .superRefine(({ text }, context) => {
    const format = text?.format
    if (format?.type !== 'json_schema' || !format.strict) return
    const fault = faultOfStrictSchema(format.schema)
    if (fault === null) return
    const message = `Invalid schema for response_format '${format.name}': ${fault}`
    context.addIssue({ code: 'custom', path: ['text', 'format', 'schema'], message })
  })

export type ResponsesRequest = z.infer<typeof responsesRequestSchema>

/** The request, or the first thing that OpenAI would refuse about it. */
export function parseResponsesRequest(body: unknown): ResponsesRequest | RequestFault {
  const parsed = responsesRequestSchema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    const param = [...issue.path, issue.keys[0]].join('.')
    return { message: `Unknown parameter: '${param}'.`, param, code: 'unknown_parameter' }
  }
  const param = issue && issue.path.length > 0 ? issue.path.join('.') : null
  return { message: issue?.message ?? 'Invalid request.', param }
}

/** The same wish as a chat completion, so that one set of behaviours answers both. */
export function asChatRequest({ model, input, instructions, stream, text }: ResponsesRequest): ChatRequest {
  const said = typeof input === 'string' ? [{ role: 'user' as const, content: input }] : input
  const messages = said.map(({ role, content }) => ({
    role,
    content: typeof content === 'string' ? content : content.map((part) => part.text).join(''),
  }))
  const format = text?.format
  return {
    model,
    stream,
    messages: instructions ? [{ role: 'system', content: instructions }, ...messages] : messages,
    ...(format && { response_format: format.type === 'json_schema' ? asResponseFormat(format) : format }),
  }
}

function asResponseFormat({
  type,
  ...json_schema
}: Extract<z.infer<typeof textFormatSchema>, { type: 'json_schema' }>) {
  return { type, json_schema }
}
