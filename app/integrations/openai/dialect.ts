import type OpenAI from 'openai'
import type { TokenUsage } from './answer-schema.ts'
import type { ChatRequest } from './chat.server.ts'

/** What one event of a stream, or a whole answer, says. */
export type Heard = {
  text?: string
  /** The model that answered, by its full name. */
  model?: string
  usage?: TokenUsage
  /** Why the model ended: `stop`, `length`, `content_filter`, or the server's own word for something else. */
  finish?: string
  /** Nothing comes after it, whether or not the server closes the connection. */
  isLast?: boolean
}

/**
 * One of the ways in which OpenAI's API lets a model write. Reading throws AppErrors: model-refused for a refusal,
 * model-malformed for an unknown form, and what the server says where it says that it failed.
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
