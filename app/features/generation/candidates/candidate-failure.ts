import { AppError } from '#app/platform/errors.ts'

/** Where the error's own sentence speaks of a whole thread. */
const sentences: Record<string, string> = {
  'model-refused': 'The writing model declined to write this.',
  'model-too-long': 'The writing model ran out of room before it was done. Ask again.',
  'model-key-refused': 'The writing model refused our key. Whoever runs this Threadr has to check it.',
  'model-out-of-credit': 'The account at the writing model has used up its credit.',
  'content-refused': 'What came of it is nothing that Threadr lets be posted, so it was dropped.',
}

/** What a person is told of a candidate that did not come. */
export function candidateFailure(error: unknown): string {
  if (!(error instanceof AppError)) return 'Something broke on our side while it was written: ask again.'
  return sentences[error.code] ?? error.message
}
