import type { z } from 'zod'
import type { ApiScope } from '#app/features/accounts/api-keys/scopes.ts'
import { countedOwner } from '#app/features/billing/plan-of.ts'
import { requireFeature } from '#app/features/billing/require-feature.server.ts'
import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'
import { authenticate, type Caller, requireScope } from './authenticate.server.ts'
import { problemOf } from './problem.server.ts'

export type ApiArguments = {
  request: Request
  params: Record<string, string | undefined>
  context: AppContext
}

/** Answers a program that may do what it asks for; everybody else, and whatever goes wrong, gets a problem document. */
export async function answerApi(
  { request, context }: ApiArguments,
  scope: ApiScope,
  work: (caller: Caller) => Promise<Response>,
): Promise<Response> {
  try {
    const caller = await authenticate(request, context)
    await context.limits.take('api', { ...(await countedOwner(context, caller.owner)), ip: context.ip })
    requireScope(caller, scope)
    await requireFeature(context, caller.owner, 'api')
    return await work(caller)
  } catch (error) {
    return problemOf(error, context, scope)
  }
}

/** An answer as the contract has it; what isn't in there breaks rather than gets out. */
export function answerJson<Schema extends z.ZodType>(
  schema: Schema,
  value: z.input<Schema>,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return Response.json(schema.parse(value), {
    ...init,
    headers: { 'Cache-Control': 'private, no-store', ...init.headers },
  })
}

/** For a method that an address has nothing for. */
export function wrongMethod({ request, context }: ApiArguments, allowed: string): Response {
  const answer = problemOf(
    new AppError('method-not-allowed', `There is no ${request.method} here, only ${allowed}.`, {
      status: 405,
    }),
    context,
  )
  answer.headers.set('Allow', allowed)
  return answer
}
