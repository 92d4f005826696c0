import type { TokenUsage } from './answer-schema.ts'

type ChatMessage = { role: 'system' | 'user'; content: string }

export type ChatRequest = {
  messages: ChatMessage[]
  /** What the answer must be: a JSON Schema within the rules of strict structured outputs. */
  answer: { name: string; schema: Record<string, unknown> }
  /** The most tokens the answer may have, those that a model thinks in included; its own limit without it. */
  maxOutputTokens?: number
}

/**
 * `text` as it arrives; `usage` where the server tells what it cost, also where the answer then fails; and one `end`, which
 * comes only after the model said that it had finished.
 */
export type ChatEvent =
  | { type: 'text'; text: string }
  | { type: 'usage'; usage: TokenUsage }
  | ({ type: 'end' } & ChatEnd)

type ChatEnd = {
  model: string
  /** Set by the door where it was not its first provider that answered. */
  byAnother?: boolean
}

/** What is said, without what it cost. */
export type SaidEvent = Exclude<ChatEvent, { type: 'usage' }>

export type ChatAnswer = { text: string } & ChatEnd

/**
 * A model that answers in JSON, piece by piece or (`ask`) in one. Both throw AppErrors only, and stop at once when `signal`
 * is aborted.
 */
export type ChatClient = {
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent>
  ask(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent>
}
