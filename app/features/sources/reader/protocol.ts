import { AppError, type ErrorLevel } from '#app/platform/errors.ts'
import type { Reading, SourceDocument } from '../document.ts'

/** What a reading thread is sent: one document, and no other until it has answered. */
export type Request = { document: SourceDocument }

type ToldError = {
  code: string
  message: string
  status: number
  retryable: boolean
  field: string | undefined
  level: ErrorLevel
}

/** What a reading thread says: once that it can read, then one answer a document. */
export type Answer =
  | { type: 'ready' }
  | { type: 'reading'; reading: Reading }
  | { type: 'refused'; error: ToldError }
  | { type: 'failed'; message: string; stack: string | undefined }

/** An error as it crosses threads, where classes and causes are lost. */
export function tellError(error: unknown): Answer {
  if (error instanceof AppError) {
    const { code, message, status, retryable, field, level } = error
    return { type: 'refused', error: { code, message, status, retryable, field, level } }
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { type: 'failed', message, stack }
}

/** The reading in an answer; throws the error that it tells of. */
export function readingIn(answer: Answer): Reading {
  switch (answer.type) {
    case 'reading':
      return answer.reading
    case 'refused': {
      const { code, message, status, retryable, field, level } = answer.error
      throw new AppError(code, message, {
        status,
        retryable,
        level,
        ...(field === undefined ? {} : { field }),
      })
    }
    case 'failed':
      throw Object.assign(new Error(answer.message), { stack: answer.stack })
    case 'ready':
      throw new Error('A reading thread said that it is ready instead of answering.')
  }
}
