import { z } from 'zod'
import { seconds } from '#app/platform/durations.ts'
import type { ProviderKeys } from '#app/platform/provider-settings.ts'
import type { ProviderName } from '#app/platform/sign-in-providers.ts'
import { askProvider } from './ask-provider.ts'
import { endpointsOf } from './endpoints.ts'
import { providerRefused, providerUnavailable } from './failures.ts'

/** Who somebody is, as a provider says. */
export type Identity = {
  provider: ProviderName
  /** Their number there, for good. */
  subject: string
  /** An address that the provider says is proven to be theirs; null without one. As they spell it, so not yet checked. */
  email: string | null
  /** Whether the provider itself runs the mailbox, so that its word of today is as good as a message to it. */
  runsMailbox: boolean
}

type Asking = { accessToken: string; signal: AbortSignal }

const tokenSchema = z.union([
  z.object({ access_token: z.string().min(1).max(4096) }),
  z.object({ error: z.string() }),
])
const userSchema = z.object({ id: z.number().int().positive() })
const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))
const infoSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
  hd: z.string().optional(),
})

/**
 * Trades a code for who it was given to. The access token is used here and then let go of: Threadr keeps none. 8 seconds
 * for all of it. Throws `provider-refused` for a code that isn't taken, `provider-unavailable` for what is no answer.
 */
export async function identityOf(
  provider: ProviderName,
  keys: ProviderKeys,
  {
    code,
    verifier,
    redirectUri,
    timeoutMs = seconds(8),
  }: { code: string; verifier: string; redirectUri: string; timeoutMs?: number },
): Promise<Identity> {
  const signal = AbortSignal.timeout(timeoutMs)
  const { token, user } = endpointsOf(provider, keys)
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: keys.clientId,
    client_secret: keys.clientSecret,
    code_verifier: verifier,
  }
  const given = parsed(provider, tokenSchema, await askProvider(provider, { url: token, form, signal }))
  // GitHub says with a 200 that it doesn't take a code.
  if (!('access_token' in given)) throw providerRefused(provider, new Error(given.error.slice(0, 100)))
  const asking = { accessToken: given.access_token, signal }
  return provider === 'github' ? ofGitHub(user, asking) : ofGoogle(user, asking)
}

async function ofGitHub(url: string, asking: Asking): Promise<Identity> {
  const provider = 'github'
  const [user, emails] = await Promise.all([
    askProvider(provider, { url, ...asking }),
    askProvider(provider, { url: `${url}/emails`, ...asking }),
  ])
  const { id } = parsed(provider, userSchema, user)
  const own = parsed(provider, emailsSchema, emails).find(({ primary, verified }) => primary && verified)
  return { provider, subject: String(id), email: own?.email ?? null, runsMailbox: false }
}

/** Google is the authority for its own mailboxes and those of Workspace domains (`hd`), for other addresses it isn't. */
async function ofGoogle(url: string, asking: Asking): Promise<Identity> {
  const provider = 'google'
  const info = parsed(provider, infoSchema, await askProvider(provider, { url, ...asking }))
  const email = (info.email_verified && info.email) || null
  const runsMailbox = email !== null && (info.hd !== undefined || /@(gmail|googlemail)\.com$/i.test(email))
  return { provider, subject: info.sub, email, runsMailbox }
}

function parsed<T extends z.ZodType>(provider: ProviderName, schema: T, answer: unknown): z.output<T> {
  const { data, error } = schema.safeParse(answer)
  if (error) throw providerUnavailable(provider, error)
  return data
}
