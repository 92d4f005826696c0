import { AppError } from '../errors.ts'
import { waitInWords } from '../wait-in-words.ts'

/** Refuses what comes too often: a sentence that says when it may be tried again, and the same in seconds. */
export function tooManyRequests(refused: string, waitMs: number): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new AppError('too-many-requests', `${refused} Try again in ${waitInWords(retryAfterSeconds)}.`, {
    status: 429,
    level: 'info',
    retryAfterSeconds,
  })
}

/** Refuses what costs money while nothing can be counted. */
export function limitsUnavailable(cause: unknown): AppError {
  return new AppError(
    'limits-unavailable',
    'Threadr can’t take this at the moment. Nothing was lost; try again in a minute.',
    { status: 503, retryable: true, retryAfterSeconds: 60, cause },
  )
}
