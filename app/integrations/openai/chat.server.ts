import type { AppError } from '#app/platform/errors.ts'
import { currentWork } from '#app/platform/work.server.ts'
import type { ChatClient, ChatEvent, ChatRequest } from './chat.ts'
import { completions } from './completions.ts'
import * as failures from './failures.ts'
import { modelClient } from './model-client.ts'
import { responses } from './responses.ts'
import { watchSilence } from './watch-silence.ts'

export const modelApis = ['chat', 'responses'] as const
export type ModelApi = (typeof modelApis)[number]

export type ChatClientOptions = {
  apiKey: string
  /** Of any server that speaks OpenAI's API; OpenAI's own without it. */
  baseUrl?: string
  /** What is spoken to it: chat completions, which every such server has, or the Responses API. */
  api?: ModelApi
  model: string
  /** How long to wait for the head of a response, in milliseconds. */
  timeoutMs?: number
  /** How long a streamed body may stay without a byte, in milliseconds. */
  idleMs?: number
  /** How long a whole answer may take, in milliseconds. */
  totalMs?: number
}

/** By this id, which our log has too, a provider finds a request that it is asked about. */
function ofThisWork(): Record<string, string> {
  const work = currentWork()
  return work ? { 'X-Client-Request-Id': work.requestId } : {}
}

/** Throws for every finish but `stop`. A stream that was cut cleanly ends without any error and without a reason. */
function checkFinish(finish: string | null | undefined): void {
  if (finish === 'stop') return
  if (finish === 'length') throw failures.modelTooLong()
  if (finish === 'content_filter') throw failures.modelRefused()
  if (finish) throw failures.modelMalformed(`The model finished with ${finish.slice(0, 40)}`)
  throw failures.modelCutShort()
}

/**
 * A client of an OpenAI-compatible server, over the `openai` library, in either of the two ways that it lets a model
 * write. It makes one attempt at each request.
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const { model, timeoutMs = 60_000, idleMs = 30_000, totalMs = 240_000 } = options
  const dialect = options.api === 'responses' ? responses : completions
  const base = modelClient(options, timeoutMs)

  /** Why it failed: our own stop and our own clocks abort the request too, and come before what that looks like. */
  const whyFailed = (error: unknown, signal: AbortSignal, clock: AbortSignal) => {
    if (signal.aborted) return failures.modelStopped(signal.reason)
    if (clock.aborted) return clock.reason === 'silent' ? failures.modelStalled() : failures.modelTimedOut()
    return failures.toModelError(error)
  }

  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const watch = watchSilence({ idleMs, totalMs })
    const client = base.withOptions({ fetch: watch.fetch, defaultHeaders: ofThisWork() })
    let answeredBy = model
    let finish: string | null = null
    let failure: AppError | null = null
    try {
      const events = await dialect.openStream(client, model, request, AbortSignal.any([signal, watch.signal]))
      watch.listen()
      for await (const raw of events) {
        watch.pause()
        const heard = dialect.readEvent(raw)
        answeredBy = heard.model ?? answeredBy
        failure ??= heard.failure ?? null
        if (heard.usage) yield { type: 'usage', usage: heard.usage }
        if (heard.text) yield { type: 'text', text: heard.text }
        finish = heard.finish ?? finish
        if (heard.isLast) break
        watch.listen()
      }
    } catch (error) {
      // Once the model has said that it finished, a connection that breaks has lost us nothing but the usage.
      if (failure === null && (finish !== 'stop' || signal.aborted))
        throw whyFailed(error, signal, watch.signal)
    } finally {
      watch.close()
    }
    if (failure) throw failure
    // The library ends an aborted stream as if it were done.
    if (signal.aborted || (watch.signal.aborted && finish !== 'stop')) {
      throw whyFailed(null, signal, watch.signal)
    }
    checkFinish(finish)
    yield { type: 'end', model: answeredBy }
  }

  async function* ask(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const watch = watchSilence({ idleMs, totalMs: timeoutMs })
    const raw = await dialect
      .ask(
        base.withOptions({ defaultHeaders: ofThisWork() }),
        model,
        request,
        AbortSignal.any([signal, watch.signal]),
      )
      .catch((error: unknown) => {
        throw whyFailed(error, signal, watch.signal)
      })
      .finally(watch.close)
    const heard = dialect.readAnswer(raw)
    if (heard.usage) yield { type: 'usage', usage: heard.usage }
    if (heard.failure) throw heard.failure
    checkFinish(heard.finish)
    yield { type: 'text', text: heard.text ?? '' }
    yield { type: 'end', model: heard.model ?? model }
  }

  return { stream, ask }
}
