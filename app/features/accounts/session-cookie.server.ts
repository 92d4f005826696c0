import { z } from 'zod'
import { type CookieEnv, ownCookie } from '#app/platform/own-cookie.server.ts'
import { longestSession } from './session-life.ts'

const tokenSchema = z.string().regex(/^[\w-]{43}$/)

/** It isn't signed: what it holds can't be guessed. */
const sessionCookie = (env: CookieEnv) => ownCookie(env, 'session', { lifeMs: longestSession })

/** The token of a request's session; null where it carries none that could be one. */
export async function readSessionCookie(request: Request, env: CookieEnv): Promise<string | null> {
  const parsed = tokenSchema.safeParse(await sessionCookie(env).parse(request.headers.get('Cookie')))
  return parsed.success ? parsed.data : null
}

/** The Set-Cookie value that begins a session in a browser. */
export const sessionCookieOf = (env: CookieEnv, token: string) => sessionCookie(env).serialize(token)

/** The Set-Cookie value that makes a browser forget its session. */
export const endedSessionCookie = (env: CookieEnv) => sessionCookie(env).serialize('', { maxAge: 0 })
