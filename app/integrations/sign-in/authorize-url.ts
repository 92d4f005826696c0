import { createHash } from 'node:crypto'
import type { ProviderKeys } from '#app/platform/provider-settings.ts'
import type { ProviderName } from '#app/platform/sign-in-providers.ts'
import { endpointsOf } from './endpoints.ts'

/**
 * The provider's page that asks the person whether Threadr may learn who they are (RFC 6749, 4.1.1). The code that it sends back is
 * of use only to who holds `verifier` (PKCE, RFC 7636, S256), 43 characters of base64url as `state` has.
 */
export function authorizeUrl(
  provider: ProviderName,
  keys: ProviderKeys,
  { state, verifier, redirectUri }: { state: string; verifier: string; redirectUri: string },
): string {
  const { authorize, scope } = endpointsOf(provider, keys)
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: keys.clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    // Who has several accounts there, and is signed in with one, may mean another.
    prompt: 'select_account',
  })
  return `${authorize}?${query}`
}
