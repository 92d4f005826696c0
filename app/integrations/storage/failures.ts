import { AppError } from '#app/platform/errors.ts'

const unavailable = (message: string, cause: unknown) =>
  new AppError('storage-unavailable', message, { status: 503, retryable: true, cause })

/** No answer, or one that says to come back later. */
export const storageUnreachable = (cause: unknown) =>
  unavailable('The place where Threadr keeps files can’t be reached right now. Try again in a minute.', cause)

/** An answer that no waiting changes: a wrong key, a bucket that isn't there, a clock that is off. */
export const storageRefuses = (cause: unknown) =>
  unavailable(
    'The place where Threadr keeps files refuses it. Whoever runs this Threadr has to check its S3 settings.',
    cause,
  )

export const folderUnusable = (code: string, cause: unknown) =>
  unavailable(
    `The folder where Threadr keeps files can’t be used (${code}). Whoever runs this Threadr has to check STORAGE_FOLDER.`,
    cause,
  )

export const folderFull = (cause: unknown) =>
  unavailable(
    'There is no room left where Threadr keeps files. Whoever runs this Threadr has to make some.',
    cause,
  )

export function storedFileTooLarge(maxBytes: number): AppError {
  const megabytes = (maxBytes / (1024 * 1024)).toLocaleString('en', { maximumFractionDigits: 1 })
  return new AppError(
    'stored-file-too-large',
    `This file is larger than ${megabytes} MB, the most Threadr keeps. Use a smaller one.`,
    { status: 413 },
  )
}

/** Keys are ours, so this is a bug of whoever asked, or an address that somebody made up. */
export const keyInvalid = () =>
  new AppError('storage-key-invalid', 'There is no stored file of that name.', { status: 400 })
