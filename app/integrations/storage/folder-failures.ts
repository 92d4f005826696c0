import { AppError } from '#app/platform/errors.ts'
import { folderFull, folderUnusable } from './failures.ts'

/** Says what the system answered as a sentence; what is no answer of the system is a bug and passes through. */
export async function toFolderError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (error instanceof AppError || code === null) throw error
    throw code === 'ENOSPC' || code === 'EDQUOT' ? folderFull(error) : folderUnusable(code, error)
  }
}

/** The system's code of an error, such as ENOENT. */
export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
