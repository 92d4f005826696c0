import type pg from 'pg'
import Stripe from 'stripe'
import { minutes, seconds } from '#app/platform/durations.ts'
import type { PaymentSettings } from '#app/platform/payment-settings.ts'
import { createSharedBreaker } from '#app/platform/resilience/shared-breaker.ts'
import { createTries, type TriesOptions } from '#app/platform/resilience/tries.ts'
import { paymentsUnavailable, StripeFailure, stripeFailure } from './failures.ts'

/** The version that everything here is written for, whatever the account's own is. */
const apiVersion = '2026-10-28.endive'

/** The one way to Stripe. */
export type StripeDoor = {
  /**
   * Asks Stripe: past the breaker that all processes share, and again where it may pass. What is asked has to be the same
   * each time, with the same idempotency key where it writes. Throws StripeFailures.
   */
  ask<Answer>(work: (stripe: Stripe) => Promise<Answer>): Promise<Answer>
  /** For what asks nobody, such as a signature. */
  stripe: Stripe
}

type StripeDoorOptions = TriesOptions & {
  settings: Pick<PaymentSettings, 'secretKey' | 'apiBase'>
  pool: pg.Pool
  /** How long one try may take, in milliseconds; 8 s without it. */
  timeoutMs?: number
  /** Hears what went wrong with the breaker's database. */
  onTrouble?: (error: unknown) => void
}

const judgement = {
  isWorthAnotherTry: (error: unknown, longestRetryAfterMs: number) =>
    error instanceof StripeFailure && error.retryable && (error.askedWaitMs ?? 0) <= longestRetryAfterMs,
  askedWaitMs: (error: unknown) => (error instanceof StripeFailure ? error.askedWaitMs : null),
  stopped: () => paymentsUnavailable(),
}

/** All tries at one question together, since somebody waits for most of them. */
const longestMs = seconds(25)

function createStripeDoor(options: StripeDoorOptions): StripeDoor {
  const { settings, pool, timeoutMs = seconds(8), onTrouble } = options
  const stripe = new Stripe(settings.secretKey, {
    apiVersion,
    // One layer of tries, ours.
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    ...(settings.apiBase !== undefined && addressOf(settings.apiBase)),
  })
  const breaker = createSharedBreaker({
    pool,
    name: `stripe ${settings.apiBase ? new URL(settings.apiBase).host : 'api.stripe.com'}`,
    probeMs: minutes(1),
    ...(onTrouble && { onTrouble }),
  })
  const tries = createTries(judgement, {
    longestWaitMs: seconds(4),
    longestRetryAfterMs: seconds(5),
    ...options,
  })

  async function once<Answer>(work: (stripe: Stripe) => Promise<Answer>): Promise<Answer> {
    const entry = await breaker.enter()
    if (entry.state === 'open') throw paymentsUnavailable(new Error('its breaker is open'), longestMs)
    try {
      const answer = await work(stripe)
      await entry.worked()
      return answer
    } catch (error) {
      const failure = stripeFailure(error)
      if (failure instanceof StripeFailure && failure.retryable) await entry.failed()
      else if (failure instanceof StripeFailure) await entry.worked()
      else await entry.toldNothing()
      throw failure
    }
  }

  return { stripe, ask: (work) => tries(() => once(work), AbortSignal.timeout(longestMs)) }
}

function addressOf(apiBase: string) {
  const { hostname, port, protocol } = new URL(apiBase)
  const isPlain = protocol === 'http:'
  return {
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : Number(port),
    protocol: isPlain ? ('http' as const) : ('https' as const),
  }
}

const doors = new WeakMap<PaymentSettings, StripeDoor>()

/** The door of a process, made when it is first asked for; null where nothing is sold. */
export function stripeDoorOf({
  env: { payments },
  database: { pool },
}: {
  env: { payments: PaymentSettings | null }
  database: { pool: pg.Pool }
}): StripeDoor | null {
  if (!payments) return null
  const door = doors.get(payments) ?? createStripeDoor({ settings: payments, pool })
  doors.set(payments, door)
  return door
}
