import { z } from 'zod'
import { minutes } from '#app/platform/durations.ts'
import { type CookieEnv, ownCookie } from '#app/platform/own-cookie.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { providerNames } from '#app/platform/sign-in-providers.ts'

const journeySchema = z.object({
  provider: z.enum(providerNames),
  /** What the provider has to send back, so that nobody is led here by somebody else's way. */
  state: z.string(),
  /** What the code is of use with (PKCE). */
  verifier: z.string(),
  /** The page of ours to go to afterwards. */
  next: z.string(),
  /** Whether an account is to be connected with who is signed in, rather than somebody signed in. */
  connects: z.boolean(),
})
/** Somebody's way to a provider and back, as their browser keeps it meanwhile. */
export type Journey = z.infer<typeof journeySchema>

const purpose = 'way to a provider'
/** Long enough to sign in there, with a second factor. */
const lasts = minutes(10)

const journeyCookie = (env: CookieEnv) => ownCookie(env, 'provider', { lifeMs: lasts })

/** The Set-Cookie value that keeps a journey: sealed, so that not even the browser learns what the code is of use with. */
export const journeyCookieOf = (env: CookieEnv, sealer: Sealer, journey: Journey) =>
  journeyCookie(env).serialize(sealer.seal(purpose, JSON.stringify(journey)))

/** The Set-Cookie value that forgets it. */
export const endedJourneyCookie = (env: CookieEnv) => journeyCookie(env).serialize('', { maxAge: 0 })

/** The journey that a browser is on; null where it is on none. */
export async function readJourney(request: Request, env: CookieEnv, sealer: Sealer): Promise<Journey | null> {
  const kept: unknown = await journeyCookie(env).parse(request.headers.get('Cookie'))
  if (typeof kept !== 'string' || kept === '') return null
  try {
    return journeySchema.parse(JSON.parse(sealer.open(purpose, kept)))
  } catch {
    // Sealed under a key that is gone, or by nobody.
    return null
  }
}
