import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hashNewPassword } from '#app/features/accounts/password.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, expectAccessibleInBothThemes, startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()
const password = 'seven bridges at dusk'

/** Somebody with an account, who signs in on a page. */
async function signIn(page: Page, email: string): Promise<void> {
  const logger = createLogger({ level: 'silent', name: 'test' })
  const database = createDatabase({ url: app.databaseUrl, poolMax: 2, name: 'test', logger })
  const passwordHash = await hashNewPassword(password, { email })
  await database.prisma.user.create({ data: { email, name: 'Ada', passwordHash } })
  await database.close()
  await page.goto(`${app.address}/sign-in?next=/account`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${app.address}/account`)
}

const answerSchema = z.looseObject({
  id: z.string().optional(),
  status: z.unknown().optional(),
  seq: z.number().optional(),
})

async function ask(path: string, key: string, init: RequestInit = {}) {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  const answer = await fetch(app.address + path, { ...init, headers })
  const text = await answer.text()
  return {
    status: answer.status,
    body: answerSchema.parse(text === '' ? { status: null } : JSON.parse(text)),
  }
}

/** Follows a thread's writing to its end, as the page of the API says. */
async function written(id: string, key: string): Promise<unknown> {
  let seq = -1
  for (;;) {
    const { status, body } = await ask(`/api/v1/threads/${id}/progress?since=${seq}`, key)
    if (status === 204) continue
    expect(status).toBe(200)
    seq = body.seq ?? seq
    if (body.status !== 'queued' && body.status !== 'running') return body.status
  }
}

describe('somebody with a program', () => {
  test.each([true, false])(
    'makes it a key, lets it make a thread with that, and revokes it (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await browser.open({ javaScriptEnabled, expectedStatuses: [422] })
      await signIn(page, `program.${javaScriptEnabled}@example.com`)
      await page.getByRole('link', { name: 'Manage keys and programs' }).click()
      await page.getByRole('button', { name: 'Make the key' }).click()
      await page.getByText('Give the key a name.').waitFor()
      await page.getByLabel('Name').fill('Newsletter')
      await page.getByLabel('Change threads').check()
      await page.getByRole('button', { name: 'Make the key' }).click()
      await page.getByRole('heading', { name: 'Keep this key' }).waitFor()
      const key = await page.getByText(/^thr_\w{49}$/).innerText()
      if (javaScriptEnabled) await expectAccessible(page)

      const init = { method: 'POST', body: JSON.stringify({ text: bridgeArticle }) }
      const made = await ask('/api/v1/threads', key, init)
      expect(made.status).toBe(202)
      const id = made.body.id ?? ''
      expect(await written(id, key)).toBe('ready')
      expect((await page.goto(`${app.address}/threads/${id}`))?.status()).toBe(200)

      await page.goto(`${app.address}/account/keys`)
      await page.getByText(/last used/).waitFor()
      expect(await page.content()).not.toContain(key)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: /^Revoke Newsletter/ }).click()
      await page.getByText('The key is revoked.').waitFor()
      expect((await ask(`/api/v1/threads/${id}`, key)).status).toBe(401)
    },
  )

  test('reads how it is asked on a page that fits every screen', async () => {
    for (const width of [360, 1440]) {
      const page = await browser.open({ viewport: { width, height: 800 } })
      await page.goto(`${app.address}/api`)
      await page.getByRole('heading', { name: 'API', exact: true }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await expectAccessibleInBothThemes(page)
    }
    const { openapi } = z
      .looseObject({ openapi: z.string() })
      .parse(await (await fetch(`${app.address}/api/v1/openapi.json`)).json())
    expect(openapi).toBe('3.1.0')
  })
})
