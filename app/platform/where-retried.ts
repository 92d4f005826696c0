import { minutes } from './durations.ts'
import { AppError } from './errors.ts'

/** The same error, told at the form, where it can be sent again in a minute, if that may help; else as it is. */
export function whereRetried(error: unknown): unknown {
  if (!(error instanceof AppError && error.status === 503)) return error
  const { code, message, status, level, retryable } = error
  const retryAfterSeconds = minutes(1) / 1000
  return new AppError(code, message, { status, level, retryable, retryAfterSeconds, cause: error })
}
