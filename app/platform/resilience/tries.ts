import { setTimeout as sleep } from 'node:timers/promises'
import { DelegateBackoff, ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { seconds } from '../durations.ts'

export type TriesOptions = {
  /** How often the same is asked for, the first time included; 3 without it. */
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

/** What is to be known of failures before anything is tried again. */
export type Judgement = {
  /** Whether the same may succeed later, and is asked for no longer wait than this many milliseconds. */
  isWorthAnotherTry(error: unknown, longestRetryAfterMs: number): boolean
  /** How long the server asked to be left alone, in milliseconds; null where it said nothing. */
  askedWaitMs(error: unknown): number | null
  /** What is thrown where a wait is broken off. */
  stopped(reason: unknown): Error
}

/**
 * Does work again where it failed in a way that may pass, after a growing wait with decorrelated jitter, and never
 * before the server's Retry-After. Throws the last failure. Cockatiel counts and decides; the wait is ours, since its
 * own can't be broken off.
 */
export function createTries({ isWorthAnotherTry, askedWaitMs, stopped }: Judgement, options: TriesOptions) {
  const { tries = 3, firstWaitMs = seconds(0.5), longestWaitMs = seconds(8) } = options
  const { longestRetryAfterMs = seconds(20) } = options
  const { wait = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }) } = options
  const backoff = new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: longestWaitMs })
  const passing = handleWhen((error) => isWorthAnotherTry(error, longestRetryAfterMs))

  return async <T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    let growing = backoff.next()
    let waitMs = 0
    const policy = retry(passing, {
      maxAttempts: tries - 1,
      backoff: new DelegateBackoff(({ result }) => {
        const asked = 'error' in result ? askedWaitMs(result.error) : null
        waitMs = Math.max(growing.duration, asked ?? 0)
        growing = growing.next(undefined)
        return 0
      }),
    })
    return policy.execute(async () => {
      if (waitMs > 0)
        await wait(waitMs, signal).catch(() => {
          throw stopped(signal.reason)
        })
      return work()
    }, signal)
  }
}
