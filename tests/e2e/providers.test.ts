import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeProvider, startFakeProvider } from '#tests/fakes/sign-in/server.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

let fake: FakeProvider
beforeAll(async () => {
  fake = await startFakeProvider()
})
const app = startApp(() => ({
  GITHUB_CLIENT_ID: fake.clientId,
  GITHUB_CLIENT_SECRET: fake.clientSecret,
  GITHUB_BASE_URL: fake.url,
}))
const browser = startBrowser()
afterAll(() => fake.close())

test('somebody signs up and in through a provider, whose page their browser is let go to, with and without JavaScript', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await browser.open({ javaScriptEnabled })
    await page.goto(`${app.address}/sign-up?next=/account`)
    if (javaScriptEnabled) await expectAccessible(page)
    await page.getByRole('button', { name: 'Continue with GitHub' }).click()
    await page.waitForURL(`${app.address}/account`)
    await page.getByRole('button', { name: 'Disconnect GitHub' }).waitFor()
    if (javaScriptEnabled) await expectAccessible(page)
  }
  expect(fake.requests.filter((each) => each === 'GET /login/oauth/authorize')).toHaveLength(2)
})
