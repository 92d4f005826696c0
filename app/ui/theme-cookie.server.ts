import { createCookie } from '@remix-run/node'
import { z } from 'zod'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const oneYear = 365 * 24 * 60 * 60

const cookie = createCookie('theme', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: oneYear })
const kept = z.enum(['light', 'dark'])

/** The theme chosen in this browser; 'system' without a choice or with one that makes no sense. */
export async function readTheme(request: Request): Promise<Theme> {
  const choice = kept.safeParse(await cookie.parse(request.headers.get('Cookie')))
  return choice.success ? choice.data : 'system'
}

/** The Set-Cookie header that keeps a choice; 'system' forgets it. `secure` for pages served over TLS. */
export async function themeCookie(theme: Theme, secure: boolean): Promise<string> {
  return theme === 'system'
    ? cookie.serialize('', { secure, maxAge: 0 })
    : cookie.serialize(theme, { secure })
}
