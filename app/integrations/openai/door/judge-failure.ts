import { AppError } from '#app/platform/errors.ts'
import type { Judgement } from '#app/platform/resilience/tries.ts'
import { ModelFailure, modelStopped } from '../failures.ts'

/** The model, or the way to it, did not do its work: five of these in a row open the breaker. */
const failed = new Set([
  'model-busy',
  'model-unavailable',
  'model-unreachable',
  'model-timed-out',
  'model-stalled',
  'model-cut-short',
  'model-malformed',
])

/** The model did its work, and said no or ran out of room: that closes a breaker as any answer does. */
const worked = new Set(['model-refused', 'model-too-long'])

/**
 * What a failure tells a breaker. A refused key, credit that is used up and a request that isn't understood tell
 * nothing: no rest mends them, and the server that says so is up. Neither does a stop of our own, or a budget.
 */
export function toldBy(code: string): 'worked' | 'failed' | 'nothing' {
  if (failed.has(code)) return 'failed'
  return worked.has(code) ? 'worked' : 'nothing'
}

/** What has taken long already is not waited for a second time. */
const takesLong = new Set(['model-timed-out', 'model-stalled'])

/** When the same provider is asked again. */
export const triesOfModels: Judgement = {
  isWorthAnotherTry(error, longestRetryAfterMs) {
    if (!(error instanceof AppError) || !failed.has(error.code) || takesLong.has(error.code)) return false
    return !(error instanceof ModelFailure && (error.retryAfterMs ?? 0) > longestRetryAfterMs)
  },
  askedWaitMs: (error) => (error instanceof ModelFailure ? error.retryAfterMs : null),
  stopped: modelStopped,
}

/** What another provider would answer the same, or is not to be asked after. */
const final = new Set([
  'model-refused',
  'model-too-long',
  'model-stopped',
  'model-over-budget',
  'model-budget-unknown',
])

export const isForAnotherProvider = (error: { code: string }) =>
  error.code.startsWith('model-') && !final.has(error.code)

/** Nothing was worked on, so nothing is charged, as long as no piece of an answer has come. */
const free = new Set([
  'model-busy',
  'model-unavailable',
  'model-unreachable',
  'model-key-refused',
  'model-out-of-credit',
  'model-request-refused',
])

export const costsNothing = (code: string) => free.has(code)
