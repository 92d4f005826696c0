import type { ProviderKeys, ProviderSettings } from '#app/platform/provider-settings.ts'
import { type ProviderName, providerNames } from '#app/platform/sign-in-providers.ts'

type Endpoints = { authorize: string; token: string; user: string; scope: string }

/**
 * Where a provider is asked, and for no more than who somebody is. GitHub: docs.github.com/apps/oauth-apps. Google:
 * developers.google.com/identity/openid-connect; its `user` is OpenID's userinfo.
 */
const own: Record<ProviderName, Endpoints> = {
  github: {
    authorize: 'https://github.com/login/oauth/authorize',
    token: 'https://github.com/login/oauth/access_token',
    user: 'https://api.github.com/user',
    scope: 'user:email',
  },
  google: {
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    user: 'https://openidconnect.googleapis.com/v1/userinfo',
    scope: 'openid email',
  },
}

/** The same, or at a stand-in that has all of a provider's paths under one address. */
export function endpointsOf(provider: ProviderName, { baseUrl }: Pick<ProviderKeys, 'baseUrl'>): Endpoints {
  const { scope, ...urls } = own[provider]
  if (baseUrl === undefined) return own[provider]
  const at = (url: string) => baseUrl + new URL(url).pathname
  return {
    authorize: at(urls.authorize),
    token: at(urls.token),
    user: at(urls.user),
    scope,
  }
}

/** The origins of the pages that people are sent to. */
export const providerOrigins = (settings: ProviderSettings): string[] =>
  providerNames.flatMap((name) => {
    const keys = settings[name]
    return keys ? [new URL(endpointsOf(name, keys).authorize).origin] : []
  })
