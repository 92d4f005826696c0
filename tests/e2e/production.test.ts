import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'

const app = startApp(() => ({
  THREADR_ENV: 'production',
  HOST: '127.0.0.1',
  APP_URL: 'https://threadr.example',
  SESSION_SECRET: randomBytes(32).toString('base64'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
}))

function submit(headers: Record<string, string>) {
  const body = new FormData()
  body.set('source', bridgeArticle)
  return fetch(`${app.address}/?index`, { method: 'POST', body, headers, redirect: 'manual' })
}

describe('in production', () => {
  test('cookies are bound to the host and to https, and browsers are told to stay on https', async () => {
    const { headers } = await fetch(app.address)
    expect(headers.get('set-cookie')).toMatch(/^__Host-visitor=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/)
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
  })

  test('a form is taken from the site’s own address and from no other', async () => {
    expect((await submit({ Origin: 'https://threadr.example' })).status).toBe(302)
    expect((await submit({ Origin: app.address })).status).toBe(403)
    expect((await submit({ Origin: 'https://threadr.example.evil.example' })).status).toBe(403)
  })

  test('signing in and out is taken from the site’s own address alone', async () => {
    for (const path of [
      '/sign-in',
      '/sign-up',
      '/sign-out',
      '/forgot',
      '/reset',
      '/verify',
      '/account?index',
    ]) {
      const body = new URLSearchParams({ intent: 'any' })
      const headers = { Origin: 'https://evil.example' }
      expect((await fetch(app.address + path, { method: 'POST', body, headers })).status, path).toBe(403)
    }
  })

  test('there is no outbox, and a session’s cookie is bound to the host and to https', async () => {
    expect((await fetch(`${app.address}/outbox`)).status).toBe(404)
    const { headers } = await fetch(`${app.address}/sign-out`, { method: 'POST', redirect: 'manual' })
    expect(headers.get('set-cookie')).toMatch(/^__Host-session=;.* Path=\/; .*HttpOnly; Secure; SameSite=Lax/)
  })

  test('the page says nothing of a local mode', async () => {
    expect(await (await fetch(app.address)).text()).not.toContain('Local mode')
  })
})
