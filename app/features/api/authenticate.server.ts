import { findKey, keyPrefix } from '#app/features/accounts/api-keys/find-key.ts'
import type { ApiScope } from '#app/features/accounts/api-keys/scopes.ts'
import { findAccess } from '#app/features/accounts/api-tokens/access-token.server.ts'
import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'

/** Whose program asks, and what it may do in their name. */
export type Caller = { owner: { userId: string }; scopes: ApiScope[] }

/** Longer than any token of ours. */
const longestToken = 4096

/**
 * Who asks, by the Authorization header and nothing else: a cookie, which a browser sends by itself, says nothing here.
 * Throws `not-signed-in` or `token-invalid` (401).
 */
export async function authenticate(
  request: Request,
  context: Pick<AppContext, 'env' | 'database' | 'limits' | 'ip'>,
): Promise<Caller> {
  const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.get('Authorization') ?? '') ?? []
  if (token === undefined)
    throw new AppError('not-signed-in', 'Send a key or an access token: “Authorization: Bearer …”.', {
      status: 401,
    })
  const found = token.length <= longestToken ? await findCaller(token, context) : null
  if (found) return { owner: { userId: found.userId }, scopes: found.scopes }
  await context.limits.take('wrong-token', { ip: context.ip })
  throw new AppError('token-invalid', 'This key or token is revoked, over or not one of Threadr’s.', {
    status: 401,
  })
}

function findCaller(token: string, { env, database }: Pick<AppContext, 'env' | 'database'>) {
  if (token.startsWith(keyPrefix)) return findKey(database.pool, token)
  return findAccess(database.prisma, { token, appUrl: env.appUrl })
}

/** Throws `scope-missing` (403). */
export function requireScope({ scopes }: Caller, scope: ApiScope): void {
  if (scopes.includes(scope)) return
  throw new AppError('scope-missing', `This key may not do that: it needs the scope ${scope}.`, {
    status: 403,
  })
}
