import { expect, test } from 'vitest'
import { freePort } from '#local/free-port.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startBrowser } from './browser.ts'
import { runScript, sharedFolder } from './run-command.ts'

const browser = startBrowser()
const folder = sharedFolder()

test('npm run dev serves the sources, and a thread is made from them', { timeout: 120_000 }, async () => {
  const port = await freePort()
  const running = runScript('local/dev.ts', [], {
    NODE_ENV: 'development',
    THREADR_DATA: folder,
    PORT: String(port),
    LOG_LEVEL: 'error',
  })
  await running.says(/Threadr is ready/)
  const page = await browser.open()
  await page.goto(`http://localhost:${port}`, { timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.getByRole('button', { name: 'Copy the thread' }).waitFor()
  await page.close()
  running.child.kill('SIGTERM')
  expect((await running.ended).status).toBe(0)
})

test('npm run dev -- --fake-model writes with a fake that says it is one, and stops it at the end', {
  timeout: 120_000,
}, async () => {
  const port = await freePort()
  const running = runScript('local/dev.ts', ['--fake-model=slow'], {
    NODE_ENV: 'development',
    THREADR_DATA: folder,
    PORT: String(port),
    LOG_LEVEL: 'error',
    OPENAI_API_KEY: 'sk-of-the-environment',
  })
  const said = await running.says(/FAKE on http:\S+ answers, and behaves slow/)
  const fakeUrl = /http:\S+/.exec(said)?.[0] ?? ''
  await running.says(/Threadr is ready/)
  const page = await browser.open()
  await page.goto(`http://localhost:${port}`, { timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.getByRole('button', { name: 'Copy the thread' }).waitFor()
  // The page is told that it is ready before it has loaded who wrote it.
  await expect.poll(() => page.getByRole('main').innerText()).toContain('fake:slow')
  await page.close()
  expect((await fetch(`${fakeUrl}/models`)).status).toBe(401)
  running.child.kill('SIGTERM')
  expect((await running.ended).status).toBe(0)
  await expect(fetch(`${fakeUrl}/models`)).rejects.toThrow()
})

test('npm run dev -- --fake-model=loud says which behaviours there are', async () => {
  const running = runScript('local/dev.ts', ['--fake-model=loud'], {
    THREADR_DATA: folder,
    PORT: String(await freePort()),
  })
  const { status, stderr } = await running.ended
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/no behaviour “loud”: choose one of slow, busy/),
  ])
})
