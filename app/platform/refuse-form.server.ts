import { data } from '@remix-run/node'
import { z } from 'zod'
import { retryAfter } from './error-response.server.ts'
import { AppError } from './errors.ts'

/** Of what was typed, in UTF-16 units: more than the longest field takes, an issue of the newsletter. */
const longestKept = 20_000

/**
 * Answers a form that was not taken with what is wrong at its fields and what was typed in those named in `keep`, among
 * which no password belongs. Throws on what isn't the person's doing; where `whichWish` is given also, as a 400 that says it,
 * on a form that wishes nothing that the page knows, which no page sends.
 */
export function refuseForm(
  error: unknown,
  form: FormData,
  { keep, whichWish }: { keep: string[]; whichWish?: string },
) {
  const values = Object.fromEntries(
    keep.map((name) => [name, String(form.get(name) ?? '').slice(0, longestKept)] as const),
  )
  const answer = { intent: String(form.get('intent') ?? ''), values }
  if (error instanceof z.ZodError) {
    if (whichWish !== undefined && error.issues.some(({ path }) => path[0] === 'intent'))
      throw new Response(whichWish, { status: 400 })
    const errors: Record<string, string> = {}
    for (const { path, message } of error.issues) errors[String(path[0] ?? 'form')] ??= message
    return data({ ...answer, errors }, { status: 422 })
  }
  if (!(error instanceof AppError) || (error.status >= 500 && error.retryAfterSeconds === undefined))
    throw error
  return data(
    {
      ...answer,
      errors: { [error.field ?? 'form']: error.message },
      ...(error.leadsTo && { leadsTo: error.leadsTo }),
    },
    { status: error.status, headers: retryAfter(error) },
  )
}
