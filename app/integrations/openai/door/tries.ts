import { setTimeout as sleep } from 'node:timers/promises'
import { DelegateBackoff, ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { seconds } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import { ModelFailure, modelStopped } from '../failures.ts'
import { isWorthAnotherTry } from './judge-failure.ts'

export type TriesOptions = {
  /** How often one provider is asked for one answer, the first time included; 3 without it. */
  tries?: number
  /** The first wait before another try, in milliseconds, with jitter; it grows. Half a second without it. */
  firstWaitMs?: number
  /** The longest wait that it grows to, in milliseconds; 8 s without it. */
  longestWaitMs?: number
  /** The longest Retry-After that is obeyed, in milliseconds; 20 s without it. A longer one ends the tries at once. */
  longestRetryAfterMs?: number
  /** Waits so many milliseconds, and throws when `signal` is aborted. */
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

/**
 * Does work again where it failed in a way that may pass, after a growing wait with decorrelated jitter, and never
 * before the server's Retry-After. Throws the last failure. Cockatiel counts and decides; the wait is ours, since its
 * own can't be broken off.
 */
export function createTries(options: TriesOptions = {}) {
  const { tries = 3, firstWaitMs = seconds(0.5), longestWaitMs = seconds(8) } = options
  const { longestRetryAfterMs = seconds(20) } = options
  const { wait = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }) } = options
  const backoff = new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: longestWaitMs })
  const passing = handleWhen(
    (error) => error instanceof AppError && isWorthAnotherTry(error, longestRetryAfterMs),
  )

  return async <T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    let growing = backoff.next()
    let waitMs = 0
    const policy = retry(passing, {
      maxAttempts: tries - 1,
      backoff: new DelegateBackoff(({ result }) => {
        const asked =
          'error' in result && result.error instanceof ModelFailure ? result.error.retryAfterMs : null
        waitMs = Math.max(growing.duration, asked ?? 0)
        growing = growing.next(undefined)
        return 0
      }),
    })
    return policy.execute(async () => {
      if (waitMs > 0)
        await wait(waitMs, signal).catch(() => {
          throw modelStopped(signal.reason)
        })
      return work()
    }, signal)
  }
}
