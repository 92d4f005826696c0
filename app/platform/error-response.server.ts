import { AppError } from './errors.ts'

/**
 * Turns an error that is the caller's doing into the response of a page that says so; anything else goes on as it is.
 * Made for `.catch(…)` in loaders and actions.
 */
export function throwAsResponse(error: unknown): never {
  if (error instanceof AppError && error.status < 500)
    throw new Response(error.message, { status: error.status })
  throw error
}
