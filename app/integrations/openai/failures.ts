import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import { AppError } from '#app/platform/errors.ts'
import { retryAfterMs } from '#app/platform/resilience/retry-after.ts'

/** A failure after which the model's server may have said how long to wait. */
export class ModelFailure extends AppError {
  /** In milliseconds; null where it said nothing. */
  readonly retryAfterMs: number | null

  constructor(
    code: string,
    message: string,
    options: { status: number; cause?: Error; wait: number | null },
  ) {
    const { wait, ...rest } = options
    super(code, message, { ...rest, level: code === 'model-busy' ? 'warn' : 'error', retryable: true })
    this.retryAfterMs = wait
  }
}

/** What the log may know of a refused request: never the body, in which a provider may repeat the key or the prompt. */
function causeOf(error: APIError): Error {
  const parts = [
    error.status ? `HTTP ${error.status}` : 'within the stream',
    error.type,
    error.code,
    error.requestID ? `request ${error.requestID}` : null,
    error.headers?.has('retry-after') ? `retry after ${error.headers.get('retry-after')} s` : null,
  ]
  return new Error(parts.filter(Boolean).join(', '))
}

/** The system's own word for a broken connection, such as ECONNREFUSED; undici keeps it one or two causes down. */
function connectionCause(error: unknown): Error {
  let code = 'no code'
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') code = at.code
  }
  return new Error(`Connection to the model failed: ${code}`)
}

function keyRefused(cause?: Error): AppError {
  return new AppError(
    'model-key-refused',
    'The writing model refused our key, so no thread could be written. Whoever runs this Threadr has to check it.',
    { status: 502, cause },
  )
}

export function modelBusy(cause?: Error, wait: number | null = null): ModelFailure {
  return new ModelFailure(
    'model-busy',
    'The writing model has too much to do right now. Try again in a minute.',
    { status: 503, cause, wait },
  )
}

/** Our own limit on what a model may cost, before anything was asked. */
export function modelOverBudget(whose: 'owner' | 'generation'): AppError {
  const message =
    whose === 'owner'
      ? 'Your share of the writing model for today is used up. It is there again tomorrow; the built-in writer always is.'
      : 'This thread has cost as much of the writing model as one thread may. The built-in writer can still write it.'
  return new AppError('model-over-budget', message, { status: 429, level: 'warn' })
}

/** What can't be counted is not spent. */
export function modelBudgetUnknown(cause: unknown): AppError {
  return new AppError(
    'model-budget-unknown',
    'The writing model was not asked, since what it costs can’t be counted right now. Try again in a minute.',
    { status: 503, retryable: true, cause },
  )
}

/** Comes as a 429 too, but no wait mends it. */
function modelOutOfCredit(cause?: Error): AppError {
  return new AppError(
    'model-out-of-credit',
    'The account at the writing model has used up its credit, so no thread could be written.',
    { status: 502, cause },
  )
}

function modelUnavailable(cause?: Error, wait: number | null = null): ModelFailure {
  return new ModelFailure(
    'model-unavailable',
    'The writing model is down right now. Try again in a minute.',
    { status: 502, cause, wait },
  )
}

/** Not asked at all: its breaker is open. */
export function modelResting(): AppError {
  return new AppError(
    'model-resting',
    'The writing model has failed several times in a row and is left alone for a minute. Try again then.',
    { status: 503, level: 'warn', retryable: true },
  )
}

export function modelUnreachable(error: unknown): AppError {
  return new AppError(
    'model-unreachable',
    "The writing model can't be reached right now. Try again in a minute.",
    {
      status: 502,
      retryable: true,
      cause: connectionCause(error),
    },
  )
}

export function modelTimedOut(): AppError {
  return new AppError('model-timed-out', 'The writing model took too long to answer. Try again.', {
    status: 504,
    retryable: true,
  })
}

export function modelStalled(): AppError {
  return new AppError('model-stalled', 'The writing model stopped in the middle of its answer. Try again.', {
    status: 504,
    retryable: true,
  })
}

export function modelCutShort(cause?: Error): AppError {
  return new AppError('model-cut-short', "The writing model's answer broke off before its end. Try again.", {
    status: 502,
    retryable: true,
    cause,
  })
}

export function modelTooLong(): AppError {
  return new AppError(
    'model-too-long',
    'The writing model ran out of room before the thread was done. Ask for fewer tweets, or shorten the source.',
    { status: 422 },
  )
}

/** Says nothing of the model's own words, which may hold what they refuse. */
export function modelRefused(): AppError {
  return new AppError(
    'model-refused',
    'The writing model declined to write about this source. The built-in writer can still make a thread of it.',
    { status: 422, level: 'warn' },
  )
}

export function modelMalformed(reason: string): AppError {
  return new AppError('model-malformed', "The writing model's answer couldn't be read. Try again.", {
    status: 502,
    retryable: true,
    cause: new Error(reason),
  })
}

function requestRefused(cause?: Error): AppError {
  return new AppError(
    'model-request-refused',
    "The writing model doesn't accept our request, or doesn't know the model's name. Whoever runs this Threadr has to check its settings.",
    { status: 502, cause },
  )
}

/** The wish to stop came from our side: a cancelled generation, or a worker that is shutting down. */
export function modelStopped(reason: unknown): AppError {
  return new AppError('model-stopped', 'Writing was stopped before the thread was done.', {
    status: 499,
    level: 'info',
    retryable: true,
    cause: reason,
  })
}

function ofStatus(error: APIError, status: number): AppError {
  const cause = causeOf(error)
  const wait = retryAfterMs(error.headers)
  if (status === 401 || status === 403) return keyRefused(cause)
  if (status === 429)
    return error.code === 'insufficient_quota' ? modelOutOfCredit(cause) : modelBusy(cause, wait)
  if (status >= 500 || status === 408 || status === 409) return modelUnavailable(cause, wait)
  return requestRefused(cause)
}

/** What a server says of a failure after the response had begun, where there is no status to tell by. */
export function ofCode(
  code: string | null,
  cause = new Error(`The answer failed: ${code ?? 'no code'}`),
): AppError {
  if (code === 'rate_limit_exceeded') return modelBusy(cause)
  if (code === 'insufficient_quota') return modelOutOfCredit(cause)
  // The Responses API's words for what its own filters stopped.
  if (code === 'invalid_prompt' || code === 'bio_policy' || code === 'misalignment_policy_violation')
    return modelRefused()
  return modelUnavailable(cause)
}

/** Any error of the `openai` library as an AppError; an AppError passes through. */
export function toModelError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof APIConnectionTimeoutError) return modelTimedOut()
  if (error instanceof APIConnectionError) return modelUnreachable(error)
  // An error event within a stream has no status of its own.
  if (error instanceof APIError)
    return error.status
      ? ofStatus(error, error.status)
      : ofCode(typeof error.code === 'string' ? error.code : null, causeOf(error))
  // What is left is a body that ended in the middle: undici's "terminated", or an event cut within its JSON.
  return modelCutShort(connectionCause(error))
}
