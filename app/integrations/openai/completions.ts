import { chunkSchema, completionSchema, tokenUsage } from './answer-schema.ts'
import type { ChatRequest } from './chat.ts'
import type { Dialect, Heard } from './dialect.ts'
import * as failures from './failures.ts'

function bodyOf(model: string, { messages, answer, maxOutputTokens }: ChatRequest) {
  const json_schema = { name: answer.name, strict: true, schema: answer.schema }
  return {
    model,
    messages,
    response_format: { type: 'json_schema' as const, json_schema },
    ...(maxOutputTokens !== undefined && { max_completion_tokens: maxOutputTokens }),
  }
}

function readEvent(raw: unknown): Heard {
  const parsed = chunkSchema.safeParse(raw)
  if (!parsed.success) throw failures.modelMalformed('A chunk of the stream has an unknown form')
  const { model, usage, choices } = parsed.data
  const choice = choices?.[0]
  return {
    ...(choice?.delta?.refusal && { failure: failures.modelRefused() }),
    ...(model && { model }),
    ...(usage && { usage: tokenUsage(usage) }),
    ...(choice?.delta?.content && { text: choice.delta.content }),
    ...(choice?.finish_reason && { finish: choice.finish_reason }),
  }
}

function readAnswer(raw: unknown): Heard {
  const parsed = completionSchema.safeParse(raw)
  const choice = parsed.data?.choices[0]
  if (!parsed.success || !choice) throw failures.modelMalformed('An answer has an unknown form')
  const { model, usage } = parsed.data
  return {
    ...(choice.message.refusal && { failure: failures.modelRefused() }),
    text: choice.message.content ?? '',
    ...(model && { model }),
    ...(usage && { usage: tokenUsage(usage) }),
    ...(choice.finish_reason && { finish: choice.finish_reason }),
  }
}

/** Chat completions, which every server has that calls itself compatible. */
export const completions: Dialect = {
  openStream: (client, model, request, signal) =>
    client.chat.completions.create(
      { ...bodyOf(model, request), stream: true, stream_options: { include_usage: true } },
      { signal },
    ),
  readEvent,
  ask: (client, model, request, signal) =>
    client.chat.completions.create({ ...bodyOf(model, request), stream: false }, { signal }),
  readAnswer,
}
