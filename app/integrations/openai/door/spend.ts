import type { BreakerState } from '#app/platform/resilience/breaker.ts'
import type { TokenUsage } from '../answer-schema.ts'

/** A request that is about to be sent, and the most it may use. */
export type CallPlan = {
  /** What it is for, such as `thread` or `shorten`. */
  purpose: string
  /** The provider's name among those configured, and the model asked for. */
  provider: string
  model: string
  /** Our guess, on the high side. */
  inputTokens: number
  outputTokens: number
}

/** How a request ended. */
export type CallEnd = {
  usage: TokenUsage
  /** Whether `usage` is our own guess. */
  estimated: boolean
  durationMs: number
  /** `ok`, or the code of its failure. */
  outcome: string
  breaker: BreakerState
}

/** Whose money a call spends. Every request is reserved for before it is sent, and settled after. */
export type Spend = {
  /** Throws an AppError, `model-over-budget` among others, where the call may not be made. */
  reserve(plan: CallPlan): Promise<{ settle(end: CallEnd): Promise<void> }>
  /** Notes that a provider was not asked, since its breaker is open. */
  passedBy(plan: CallPlan): Promise<void>
}

/** Generous for any language: English has four bytes a token, and others have more bytes a character. */
export const guessTokens = (text: string) => Math.ceil(Buffer.byteLength(text) / 3)
