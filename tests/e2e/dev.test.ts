import { expect, test } from 'vitest'
import { freePort } from '#local/free-port.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startBrowser } from './browser.ts'
import { runScript, temporaryFolder } from './run-command.ts'

const browser = startBrowser()

test('npm run dev serves the sources, and a thread is made from them', async () => {
  const port = await freePort()
  const running = runScript('local/dev.ts', [], {
    NODE_ENV: 'development',
    THREADR_DATA: temporaryFolder(),
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
