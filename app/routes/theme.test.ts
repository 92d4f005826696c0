import type { AppLoadContext } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { readEnv } from '#app/platform/env.ts'
import { readTheme } from '#app/ui/theme-cookie.server.ts'
import { action, loader } from './theme.ts'

const local = {
  SESSION_SECRET: 'a-session-secret-of-the-tests-0001',
  DATABASE_URL: 'postgres://unused',
  STORAGE_FOLDER: '/srv/threadr/files',
}
const production = {
  ...local,
  THREADR_ENV: 'production',
  APP_URL: 'https://threadr.example',
  SESSION_SECRET: 'kJ3nPq8vT2xY6zB1cD4fG7hL9mN0rS5w',
  ENCRYPTION_KEY: 'hL9mN0rS5wkJ3nPq8vT2xY6zB1cD4fG7',
}

function post(fields: Record<string, string>, variables: Record<string, string> = local) {
  const request = new Request('http://localhost/theme', { method: 'POST', body: new URLSearchParams(fields) })
  const context = { env: readEnv(variables) } as AppLoadContext
  return action({ request, context, params: {} })
}

function pageWith(setCookie: string | null) {
  return new Request('http://localhost/', { headers: { Cookie: setCookie?.split(';')[0] ?? '' } })
}

describe('choosing a theme', () => {
  it('is remembered and leads back to the page it was chosen on', async () => {
    const response = await post({ theme: 'dark', returnTo: '/threads/abc?cursor=2' })
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/threads/abc?cursor=2')
    expect(await readTheme(pageWith(response.headers.get('Set-Cookie')))).toBe('dark')
  })

  it('can be left to the system again', async () => {
    const response = await post({ theme: 'system', returnTo: '/' })
    expect(response.headers.get('Set-Cookie')).toContain('Max-Age=0')
    expect(await readTheme(pageWith(response.headers.get('Set-Cookie')))).toBe('system')
  })

  it('is kept by a cookie that only travels over TLS in production', async () => {
    expect((await post({ theme: 'dark' }, production)).headers.get('Set-Cookie')).toContain('Secure')
    expect((await post({ theme: 'dark' })).headers.get('Set-Cookie')).not.toContain('Secure')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\\b',
    '',
    '/a b',
    'javascript:alert(1)',
  ])('never leads to %j', async (returnTo) => {
    expect((await post({ theme: 'light', returnTo })).headers.get('Location')).toBe('/')
  })

  it('ignores a theme that does not exist', async () => {
    const response = await post({ theme: 'sepia', returnTo: '/threads' })
    expect(response.headers.get('Location')).toBe('/')
    expect(response.headers.get('Set-Cookie')).toBeNull()
  })

  it('is not a page of its own', () => {
    expect(loader().headers.get('Location')).toBe('/')
  })

  it('follows the system when the cookie makes no sense', async () => {
    expect(await readTheme(new Request('http://localhost/', { headers: { Cookie: 'theme=purple' } }))).toBe(
      'system',
    )
    expect(await readTheme(new Request('http://localhost/'))).toBe('system')
  })
})
