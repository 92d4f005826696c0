import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { startApp } from './app-under-test.ts'
import { startBrowser } from './browser.ts'

let model: FakeOpenAi
beforeAll(async () => {
  // Slow enough to be watched and to be interrupted in the middle.
  model = await startFakeOpenAi({ respond: () => ({ kind: 'thread', charactersEach: 12, everyMs: 60 }) })
})
afterAll(() => model.close())

const app = startApp(() => ({
  OPENAI_API_KEY: model.apiKey,
  OPENAI_BASE_URL: model.url,
  OPENAI_MODEL: 'fake',
}))
const browser = startBrowser()

async function begin() {
  const page = await browser.open()
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.waitForURL(/\/threads\/[0-9a-f-]{36}$/)
  const tweet = (position: number) => page.getByRole('article', { name: new RegExp(`^Tweet ${position}\\b`) })
  const done = page.getByRole('button', { name: 'Copy the thread' })
  return { page, tweet, done }
}

describe('a thread that a model writes', () => {
  test('shows its tweets one by one while the model still writes', async () => {
    const { page, tweet, done } = await begin()
    await tweet(1).waitFor()
    expect(await done.isVisible()).toBe(false)
    await tweet(3).waitFor()
    await done.waitFor()
    // The page is told that it is ready before it has loaded who wrote it.
    await expect.poll(() => page.getByRole('main').innerText()).toContain('fake')
  })

  test('stops when it is told to, and is written anew on demand', async () => {
    const { page, tweet, done } = await begin()
    await tweet(1).waitFor()
    const asked = model.requests.length
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('You stopped this thread').waitFor()
    expect(await model.requests.at(-1)?.over).toBe('client-gone')
    await page.getByRole('button', { name: 'Write it again' }).click()
    await done.waitFor()
    // Its plan, and the thread.
    expect(model.requests.length).toBe(asked + 2)
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'is finished after its worker ends with %s in the middle, on the same open page',
    async (signal) => {
      const { tweet, done } = await begin()
      await tweet(1).waitFor()
      await app.restartWorker(signal)
      await done.waitFor({ timeout: 45_000 })
      expect(await tweet(3).isVisible()).toBe(true)
    },
  )
})
