import { AppError } from '#app/platform/errors.ts'

/** For a thread that is gone, or another's: nobody is told which. */
export const threadNotFound = () =>
  new AppError('thread-not-found', 'There is no such thread here.', { status: 404 })

/** For a change of a thread that its owner has put into the trash. */
export const threadInTrash = () =>
  new AppError('thread-in-trash', 'This thread is in the trash: put it back to change it.', { status: 409 })
