import { AppError } from '#app/platform/errors.ts'

/** For a thread that is gone, or another's: nobody is told which. */
export const threadNotFound = () =>
  new AppError('thread-not-found', 'There is no such thread here.', { status: 404 })
