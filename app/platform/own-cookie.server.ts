import { createHash } from 'node:crypto'
import { type Cookie, createCookie } from '@remix-run/node'
import type { Env } from './env.ts'

/** What a cookie needs to know of where it is. */
export type CookieEnv = Pick<Env, 'mode' | 'sessionSecret'>

type CookieOptions = { lifeMs: number; signed?: boolean }

/** Made once for all requests. */
const made = new WeakMap<CookieEnv, Map<string, Cookie>>()

/**
 * A cookie that no script reads and no other site sends along but by a link, for `lifeMs` milliseconds. `signed` is for one
 * whose content could be guessed.
 */
export function ownCookie(env: CookieEnv, name: string, options: CookieOptions): Cookie {
  const known = made.get(env) ?? new Map<string, Cookie>()
  made.set(env, known)
  const cookie = known.get(name) ?? makeCookie(env, name, options)
  known.set(name, cookie)
  return cookie
}

function makeCookie(env: CookieEnv, name: string, { lifeMs, signed = false }: CookieOptions): Cookie {
  // Browsers take the __Host- prefix over https only. Cookies don't tell ports apart, so that two Threadrs on one
  // computer need names of their own, else each would take the other's away.
  const secure = env.mode === 'production'
  const local = createHash('sha256').update(env.sessionSecret).digest('hex').slice(0, 8)
  return createCookie(secure ? `__Host-${name}` : `${name}-${local}`, {
    ...(signed && { secrets: [env.sessionSecret] }),
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: lifeMs / 1000,
  })
}
