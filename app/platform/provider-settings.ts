import { z } from 'zod'
import { optional, webAddress } from './env-values.ts'
import { type ProviderName, providerNames } from './sign-in-providers.ts'

const value = () => optional(z.string().trim())
export const providerFields = {
  GITHUB_CLIENT_ID: value(),
  GITHUB_CLIENT_SECRET: value(),
  GITHUB_BASE_URL: optional(webAddress),
  GOOGLE_CLIENT_ID: value(),
  GOOGLE_CLIENT_SECRET: value(),
  GOOGLE_BASE_URL: optional(webAddress),
}
type Fields = z.output<z.ZodObject<typeof providerFields>>

/** What Threadr is to a provider. */
export type ProviderKeys = {
  clientId: string
  clientSecret: string
  /** A stand-in's address, for every request to the provider; undefined for the provider's own. */
  baseUrl: string | undefined
}

/** The providers that people may sign in through: those whose keys are set. */
export type ProviderSettings = Record<ProviderName, ProviderKeys | null>

/**
 * The providers whose keys are set; refuses one that is set by half. A stand-in says who people are, so whoever sets its
 * address can be anybody: production refuses it.
 */
export function chooseProviders(
  fields: Fields & { THREADR_ENV: string },
  refuse: (name: string, message: string) => void,
): ProviderSettings {
  const chosen: ProviderSettings = { github: null, google: null }
  for (const name of providerNames) {
    const prefix = name === 'github' ? 'GITHUB' : 'GOOGLE'
    const [idName, secretName] = [`${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`] as const
    const baseName = `${prefix}_BASE_URL` as const
    const [clientId, clientSecret] = [fields[idName], fields[secretName]]
    const baseUrl = fields[baseName]?.replace(/\/$/, '')
    if (baseUrl && fields.THREADR_ENV === 'production')
      refuse(baseName, 'is for tests and not allowed in production')
    if (clientId && clientSecret) chosen[name] = { clientId, clientSecret, baseUrl }
    else if (clientId) refuse(secretName, `is not set: ${idName} needs it`)
    else if (clientSecret) refuse(idName, `is not set: ${secretName} needs it`)
  }
  return chosen
}
