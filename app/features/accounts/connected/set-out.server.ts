import { redirect } from '@remix-run/node'
import { authorizeUrl } from '#app/integrations/sign-in/authorize-url.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import type { Env } from '#app/platform/env.ts'
import type { ProviderKeys } from '#app/platform/provider-settings.ts'
import type { ProviderName } from '#app/platform/sign-in-providers.ts'
import { requestProvider } from '../account-request.ts'
import type { Viewer } from '../read-viewer.server.ts'
import { newToken } from '../secret-token.ts'
import { journeyCookieOf } from './journey.server.ts'

/** Where a provider sends people back to: of the configured address, whatever host a request names. */
export const redirectUriOf = ({ appUrl }: Pick<Env, 'appUrl'>, provider: ProviderName) =>
  appUrl + paths.providerCallback(provider)

/** The keys of a provider; throws a 404 response where none are set. */
export function keysOf({ providers }: Pick<Env, 'providers'>, provider: ProviderName): ProviderKeys {
  const keys = providers[provider]
  if (!keys) throw new Response('Nobody signs in to this Threadr that way.', { status: 404 })
  return keys
}

/**
 * Sends somebody to a provider, to come back within 10 minutes, once, in this browser. With `userId` to connect who they
 * are there with that account. Throws a 404 response where the provider's keys aren't set, or `too-many-requests`.
 */
export async function setOut(
  { env, sealer, database, limits, ip }: AppContext,
  { visitorId, setCookie }: Pick<Viewer, 'visitorId' | 'setCookie'>,
  { provider, next, userId = null }: { provider: ProviderName; next: string; userId?: string | null },
): Promise<Response> {
  const keys = keysOf(env, provider)
  await limits.take('provider', { ip })
  const [state, verifier] = [newToken(), newToken()]
  await requestProvider(database.prisma, { token: state, visitorId, userId })
  const journey = { provider, state, verifier, next, connects: userId !== null }
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (setCookie) headers.append('Set-Cookie', setCookie)
  headers.append('Set-Cookie', await journeyCookieOf(env, sealer, journey))
  const redirectUri = redirectUriOf(env, provider)
  return redirect(authorizeUrl(provider, keys, { state, verifier, redirectUri }), { headers })
}
