import { expect, test } from 'vitest'
import { readVisitor } from '#app/platform/visitor.server.ts'
import { newToken } from './secret-token.ts'
import { endedSessionCookie, readSessionCookie, sessionCookieOf } from './session-cookie.server.ts'

const production = { mode: 'production', sessionSecret: 'kJ3nPq8vT2xY6zB1cD4fG7hL9mN0rS5w' } as const
const local = { ...production, mode: 'local' } as const
const requestWith = (cookie: string) => new Request('http://localhost/', { headers: { Cookie: cookie } })

test('in production the session’s cookie is bound to the host and to https, and out of scripts’ reach', async () => {
  const cookie = await sessionCookieOf(production, newToken())
  expect(cookie).toMatch(
    /^__Host-session=[^;]+; Max-Age=7776000; Path=\/; (Expires=[^;]+; )?HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(cookie).not.toContain('Domain')
  expect(await endedSessionCookie(production)).toMatch(/^__Host-session=;? ?.*Max-Age=0.*HttpOnly; Secure/)
})

test('over plain http it has another name, which two Threadrs on one computer don’t share', async () => {
  const cookie = await sessionCookieOf(local, newToken())
  expect(cookie).toMatch(/^session-[0-9a-f]{8}=/)
  expect(cookie).not.toContain('Secure')
  const other = await sessionCookieOf({ ...local, sessionSecret: 'z'.repeat(32) }, newToken())
  expect(other.split('=')[0]).not.toBe(cookie.split('=')[0])
  const visitor = await readVisitor(requestWith(''), local)
  expect(visitor.setCookie?.split('=')[0]).not.toBe(cookie.split('=')[0])
})

test('only what can be a token is read from it', async () => {
  const token = newToken()
  expect(await readSessionCookie(requestWith(await sessionCookieOf(local, token)), local)).toBe(token)
  for (const nonsense of ['', 'short', `${token}x`, "' or 1=1 --"])
    expect(await readSessionCookie(requestWith(await sessionCookieOf(local, nonsense)), local)).toBeNull()
  expect(await readSessionCookie(requestWith('session=%E0%A4%A'), local)).toBeNull()
})
