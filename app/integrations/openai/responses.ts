import type { ChatRequest } from './chat.ts'
import type { Dialect, Heard } from './dialect.ts'
import * as failures from './failures.ts'
import { parseEvent, type ResponseObject, responseSchema, tokenUsage } from './response-schema.ts'

/** The reasons for an incomplete response, in the words of chat completions. */
const finishes: Record<string, string> = { max_output_tokens: 'length', content_filter: 'content_filter' }

function bodyOf(model: string, { messages, answer, maxOutputTokens }: ChatRequest) {
  const format = { type: 'json_schema' as const, name: answer.name, strict: true, schema: answer.schema }
  // A response is kept for 30 days unless this says otherwise; a person's text is nobody's to keep.
  return {
    model,
    input: messages,
    text: { format },
    store: false,
    ...(maxOutputTokens !== undefined && { max_output_tokens: maxOutputTokens }),
  }
}

/** How a response ended, and what it cost, also where it failed or refuses. */
function readEnd(response: ResponseObject): Heard {
  const { status, model, usage, incomplete_details, error } = response
  const parts = (response.output ?? []).flatMap(({ type, content }) =>
    type === 'message' ? (content ?? []) : [],
  )
  const failure =
    status === 'failed'
      ? failures.ofCode(error?.code ?? null)
      : parts.some(({ type }) => type === 'refusal') && failures.modelRefused()
  const reason = incomplete_details?.reason ?? 'incomplete'
  return {
    ...(model && { model }),
    ...(usage && { usage: tokenUsage(usage) }),
    ...(failure && { failure }),
    finish: status === 'completed' ? 'stop' : status === 'incomplete' ? (finishes[reason] ?? reason) : status,
  }
}

function readEvent(raw: unknown): Heard {
  const event = parseEvent(raw)
  if (event === undefined) throw failures.modelMalformed('An event of the stream has an unknown form')
  switch (event?.type) {
    case 'response.output_text.delta':
      return { text: event.delta }
    case 'response.refusal.delta':
    case 'response.refusal.done':
      return { failure: failures.modelRefused() }
    case 'response.created':
      return event.response.model ? { model: event.response.model } : {}
    case 'response.completed':
    case 'response.incomplete':
    case 'response.failed':
      return { ...readEnd(event.response), isLast: true }
    case 'error':
      return { failure: failures.ofCode(event.code ?? null), isLast: true }
    default:
      return {}
  }
}

function readAnswer(raw: unknown): Heard {
  const parsed = responseSchema.safeParse(raw)
  if (!parsed.success) throw failures.modelMalformed('An answer has an unknown form')
  const end = readEnd(parsed.data)
  const said = (parsed.data.output ?? []).flatMap(({ type, content }) =>
    type === 'message' ? (content ?? []) : [],
  )
  return { ...end, text: said.map(({ type, text }) => (type === 'output_text' ? (text ?? '') : '')).join('') }
}

/** The Responses API, which OpenAI recommends for its newer models. */
export const responses: Dialect = {
  openStream: (client, model, request, signal) =>
    client.responses.create({ ...bodyOf(model, request), stream: true }, { signal }),
  readEvent,
  ask: (client, model, request, signal) =>
    client.responses.create({ ...bodyOf(model, request), stream: false }, { signal }),
  readAnswer,
}
