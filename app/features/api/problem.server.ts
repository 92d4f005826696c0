import { z } from 'zod'
import type { ApiScope } from '#app/features/accounts/api-keys/scopes.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import { problemResponse, retryAfter } from '#app/platform/error-response.server.ts'
import { AppError } from '#app/platform/errors.ts'

type ProblemContext = Pick<AppContext, 'env' | 'logger'>

/**
 * Any error as a program reads it (RFC 9457): what somebody did wrong says so, field by field; what broke on our side
 * stands in the log. `scope` is what the route asks for.
 */
export function problemOf(error: unknown, { env, logger }: ProblemContext, scope?: ApiScope): Response {
  const told = error instanceof z.ZodError ? invalidInput(error) : toldAs(error)
  if (told.status >= 500) logger.error({ err: error }, 'a request of the API failed')
  const errors = told instanceof InvalidInput ? told.errors : told.field && { [told.field]: told.message }
  return problemResponse(
    {
      type: `${env.appUrl}${paths.api()}#${told.code}`,
      status: told.status,
      detail: told.message,
      code: told.code,
      ...(errors && { errors }),
      ...(told.leadsTo && { upgrade: env.appUrl + told.leadsTo.to }),
    },
    { ...retryAfter(told), ...challenge(told, scope) },
  )
}

class InvalidInput extends AppError {
  readonly errors: Record<string, string>

  constructor(errors: Record<string, string>) {
    super('invalid-input', 'Something in the request is not as it has to be: see `errors`.', { status: 422 })
    this.errors = errors
  }
}

function invalidInput({ issues }: z.ZodError): AppError {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) errors[[...path, key].join('.')] ??= 'There is no such field.'
    else errors[path.join('.') || 'body'] ??= issue.message
  }
  return new InvalidInput(errors)
}

function toldAs(error: unknown): AppError {
  if (error instanceof AppError && (error.status < 500 || error.retryAfterSeconds !== undefined)) return error
  return new AppError('broken', 'Something broke on our side. Try again in a moment.', { cause: error })
}

/** What an answer says to who isn't let in (RFC 6750, 3). */
function challenge({ code, status }: AppError, scope: ApiScope | undefined): Record<string, string> {
  const realm = 'Bearer realm="Threadr"'
  if (code === 'scope-missing')
    return { 'WWW-Authenticate': `${realm}, error="insufficient_scope", scope="${scope ?? ''}"` }
  if (status !== 401) return {}
  return { 'WWW-Authenticate': code === 'token-invalid' ? `${realm}, error="invalid_token"` : realm }
}
