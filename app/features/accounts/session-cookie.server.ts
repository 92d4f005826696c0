import { createHash } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import type { Env } from '#app/platform/env.ts'
import { longestSession } from './session-life.ts'

const tokenSchema = z.string().regex(/^[\w-]{43}$/)

type CookieEnv = Pick<Env, 'mode' | 'sessionSecret'>

/** Named as the visitor's cookie is, for the same reasons. It isn't signed: what it holds can't be guessed. */
function sessionCookie(env: CookieEnv) {
  const secure = env.mode === 'production'
  const local = createHash('sha256').update(env.sessionSecret).digest('hex').slice(0, 8)
  return createCookie(secure ? '__Host-session' : `session-${local}`, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: longestSession / 1000,
  })
}

/** The token of a request's session; null where it carries none that could be one. */
export async function readSessionCookie(request: Request, env: CookieEnv): Promise<string | null> {
  const parsed = tokenSchema.safeParse(await sessionCookie(env).parse(request.headers.get('Cookie')))
  return parsed.success ? parsed.data : null
}

/** The Set-Cookie value that begins a session in a browser. */
export const sessionCookieOf = (env: CookieEnv, token: string) => sessionCookie(env).serialize(token)

/** The Set-Cookie value that makes a browser forget its session. */
export const endedSessionCookie = (env: CookieEnv) => sessionCookie(env).serialize('', { maxAge: 0 })
