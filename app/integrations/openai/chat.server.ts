import OpenAI from 'openai'
import { chunkSchema, completionSchema, type TokenUsage, tokenUsage } from './answer-schema.ts'
import * as failures from './failures.ts'
import { watchSilence } from './watch-silence.ts'

type ChatMessage = { role: 'system' | 'user'; content: string }

export type ChatRequest = {
  messages: ChatMessage[]
  /** What the answer must be: a JSON Schema within the rules of strict structured outputs. */
  answer: { name: string; schema: Record<string, unknown> }
  /** The most tokens the answer may have, those that a model thinks in included; its own limit without it. */
  maxOutputTokens?: number
}

/** `text` as it arrives, then one `end`, which comes only after the model said that it had finished. */
export type ChatEvent =
  | { type: 'text'; text: string }
  | { type: 'end'; model: string; usage: TokenUsage | null }

export type ChatAnswer = { text: string; model: string; usage: TokenUsage | null }

/** A model that answers in JSON. Both throw AppErrors only, and stop at once when `signal` is aborted. */
export type ChatClient = {
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent>
  ask(request: ChatRequest, signal: AbortSignal): Promise<ChatAnswer>
}

export type ChatClientOptions = {
  apiKey: string
  /** Of any server that speaks OpenAI's chat completions; OpenAI's own without it. */
  baseUrl?: string
  model: string
  /** How long to wait for the head of a response, in milliseconds. */
  timeoutMs?: number
  /** How long a streamed body may stay without a byte, in milliseconds. */
  idleMs?: number
  /** How long a whole answer may take, in milliseconds. */
  totalMs?: number
}

const openAiUrl = 'https://api.openai.com/v1'

/** Throws for every finish but `stop`. A stream that was cut cleanly ends without any error and without a reason. */
function checkFinish(finish: string | null | undefined): void {
  if (finish === 'stop') return
  if (finish === 'length') throw failures.modelTooLong()
  if (finish === 'content_filter') throw failures.modelRefused()
  if (finish) throw failures.modelMalformed(`The model finished with ${finish.slice(0, 40)}`)
  throw failures.modelCutShort()
}

function bodyOf(model: string, { messages, answer, maxOutputTokens }: ChatRequest) {
  const json_schema = { name: answer.name, strict: true, schema: answer.schema }
  return {
    model,
    messages,
    response_format: { type: 'json_schema' as const, json_schema },
    ...(maxOutputTokens !== undefined && { max_completion_tokens: maxOutputTokens }),
  }
}

/**
 * A client of an OpenAI-compatible server's chat completions, over the `openai` library.
 * It never tries twice (the door does), takes nothing from the environment, and logs nothing by itself.
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const { model, timeoutMs = 60_000, idleMs = 30_000, totalMs = 240_000 } = options
  const base = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl ?? openAiUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
  })

  /** Why it failed: our own stop and our own clocks abort the request too, and come before what that looks like. */
  const whyFailed = (error: unknown, signal: AbortSignal, clock: AbortSignal) => {
    if (signal.aborted) return failures.modelStopped(signal.reason)
    if (clock.aborted) return clock.reason === 'silent' ? failures.modelStalled() : failures.modelTimedOut()
    return failures.toModelError(error)
  }

  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const watch = watchSilence({ idleMs, totalMs })
    const client = base.withOptions({ fetch: watch.fetch })
    let usage: TokenUsage | null = null
    let answeredBy = model
    let finish: string | null = null
    try {
      const chunks = await client.chat.completions.create(
        { ...bodyOf(model, request), stream: true, stream_options: { include_usage: true } },
        { signal: AbortSignal.any([signal, watch.signal]) },
      )
      watch.listen()
      for await (const raw of chunks) {
        watch.pause()
        const parsed = chunkSchema.safeParse(raw)
        if (!parsed.success) throw failures.modelMalformed('A chunk of the stream has an unknown form')
        const chunk = parsed.data
        if (chunk.model) answeredBy = chunk.model
        if (chunk.usage) usage = tokenUsage(chunk.usage)
        const choice = chunk.choices?.[0]
        if (choice?.delta?.refusal) throw failures.modelRefused()
        if (choice?.delta?.content) yield { type: 'text', text: choice.delta.content }
        if (choice?.finish_reason) finish = choice.finish_reason
        watch.listen()
      }
    } catch (error) {
      // Once the model has said that it finished, a connection that breaks has lost us nothing but the usage.
      if (finish !== 'stop' || signal.aborted) throw whyFailed(error, signal, watch.signal)
    } finally {
      watch.close()
    }
    // The library ends an aborted stream as if it were done.
    if (signal.aborted || (watch.signal.aborted && finish !== 'stop')) {
      throw whyFailed(null, signal, watch.signal)
    }
    checkFinish(finish)
    yield { type: 'end', model: answeredBy, usage }
  }

  async function ask(request: ChatRequest, signal: AbortSignal): Promise<ChatAnswer> {
    const watch = watchSilence({ idleMs, totalMs: timeoutMs })
    try {
      const raw = await base.chat.completions.create(
        { ...bodyOf(model, request), stream: false },
        { signal: AbortSignal.any([signal, watch.signal]) },
      )
      const parsed = completionSchema.safeParse(raw)
      const choice = parsed.data?.choices[0]
      if (!choice) throw failures.modelMalformed('An answer has an unknown form')
      if (choice.message.refusal) throw failures.modelRefused()
      checkFinish(choice.finish_reason)
      const usage = parsed.data?.usage
      return {
        text: choice.message.content ?? '',
        model: parsed.data?.model ?? model,
        usage: usage ? tokenUsage(usage) : null,
      }
    } catch (error) {
      throw whyFailed(error, signal, watch.signal)
    } finally {
      watch.close()
    }
  }

  return { stream, ask }
}
