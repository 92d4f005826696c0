import type OpenAI from 'openai'
import type { AppError } from '#app/platform/errors.ts'
import type { TokenUsage } from './answer-schema.ts'
import type { ChatRequest } from './chat.ts'

/** What one event of a stream, or a whole answer, says. */
export type Heard = {
  text?: string
  /** The model that answered, by its full name. */
  model?: string
  usage?: TokenUsage
  /** Why the model ended: `stop`, `length`, `content_filter`, or the server's own word for something else. */
  finish?: string
  /** What it says in place of an answer: a refusal, or a failure of the server's. What it cost may still follow. */
  failure?: AppError
  /** Nothing comes after it, whether or not the server closes the connection. */
  isLast?: boolean
}

/**
 * One of the ways in which OpenAI's API lets a model write. Reading throws model-malformed for an unknown form.
 */
export type Dialect = {
  openStream(
    client: OpenAI,
    model: string,
    request: ChatRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<unknown>>
  readEvent(raw: unknown): Heard
  ask(client: OpenAI, model: string, request: ChatRequest, signal: AbortSignal): Promise<unknown>
  readAnswer(raw: unknown): Heard
}
