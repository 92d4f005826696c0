import { createHash } from 'node:crypto'
import { type Cookie, createCookie } from '@remix-run/node'
import { LRUCache } from 'lru-cache'
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
  const cookie = createCookie(secure ? `__Host-${name}` : `${name}-${local}`, {
    ...(signed && { secrets: [env.sessionSecret] }),
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: lifeMs / 1000,
  })
  return Object.assign(cookie, { parse: remembering(cookie.parse) })
}

/**
 * A browser sends the same each time, and to check a signature costs as much as a small answer. So many characters of headers
 * are remembered, some thousands of browsers', however long somebody makes theirs.
 */
const mostRemembered = 2_000_000

/** Reads a cookie of a header once; what it gives belongs to all who ask. */
function remembering(parse: Cookie['parse']): Cookie['parse'] {
  const known = new LRUCache<string, { value: unknown }>({
    maxSize: mostRemembered,
    sizeCalculation: (_read, header) => header.length,
  })
  return async (header, options) => {
    if (!header || options) return parse(header, options)
    const read = known.get(header) ?? { value: await parse(header) }
    known.set(header, read)
    return read.value
  }
}
