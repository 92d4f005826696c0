import Stripe from 'stripe'
import { AppError } from '#app/platform/errors.ts'
import { retryAfterMs } from '#app/platform/resilience/retry-after.ts'

/** Stripe did not do what was asked. */
export class StripeFailure extends AppError {
  /** How long Stripe asked to be left alone, in milliseconds; null where it said nothing. */
  readonly askedWaitMs: number | null
  /** The parameter that it is about, as Stripe writes it. */
  readonly param: string | null

  constructor(
    code: string,
    message: string,
    options: {
      status: number
      retryable?: boolean
      cause?: Error
      askedWaitMs?: number | null
      param?: string
    },
  ) {
    const { askedWaitMs = null, param = null, ...rest } = options
    super(code, message, rest)
    this.askedWaitMs = askedWaitMs
    this.param = param
  }
}

const sentences = {
  unavailable:
    'Payments can’t be reached right now. Nothing was charged. Try again in a minute; doing so charges nothing twice.',
  refused: 'Stripe didn’t take this, and nothing was charged. Whoever runs this Threadr has to look at it.',
  keyRefused: 'Stripe refused our key, so nothing was charged. Whoever runs this Threadr has to check it.',
  missing: 'Stripe doesn’t know what was asked for, and nothing was charged. Try again.',
} as const

export const paymentsUnavailable = (cause?: Error, askedWaitMs: number | null = null) =>
  new StripeFailure('payments-unavailable', sentences.unavailable, {
    status: 503,
    retryable: true,
    askedWaitMs,
    ...(cause && { cause }),
  })

/** What the log may know of a refusal: never the body, in which names and addresses may stand. */
const causeOf = ({ type, code, statusCode, requestId, param }: Stripe.errors.StripeError) =>
  new Error(
    [`Stripe: ${type}`, code, statusCode && `HTTP ${statusCode}`, param && `at ${param}`, requestId]
      .filter(Boolean)
      .join(', '),
  )

/**
 * What an error of Stripe's library is to us: `payments-unavailable` (503, to be tried again), `payments-missing` (404: no
 * such customer, price or session), `payments-key-refused` or `payments-refused` (502). Anything else is given back.
 */
export function stripeFailure(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  const cause = causeOf(error)
  const status = error.statusCode ?? 0
  if (
    error instanceof Stripe.errors.StripeConnectionError ||
    status >= 500 ||
    status === 429 ||
    status === 409
  )
    return paymentsUnavailable(cause, retryAfterMs(new Headers(error.headers ?? {})))
  if (status === 401 || status === 403)
    return new StripeFailure('payments-key-refused', sentences.keyRefused, { status: 502, cause })
  const param = error.param === undefined ? {} : { param: error.param }
  if (error.code === 'resource_missing')
    return new StripeFailure('payments-missing', sentences.missing, { status: 404, cause, ...param })
  return new StripeFailure('payments-refused', sentences.refused, { status: 502, cause, ...param })
}
