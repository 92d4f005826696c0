import { test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessibleInBothThemes, startBrowser } from './browser.ts'
import { linkIn } from './sign-up.ts'

const app = startApp(() => ({ QUOTAS: '1' }))
const browser = startBrowser()

test('a visitor whose threads are used up leaves an address, confirms it, and writes again', async () => {
  const page = await browser.open({ viewport: { width: 360, height: 740 }, expectedStatuses: [429] })
  const write = async () => {
    await page.goto(app.address)
    await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
    await page.getByRole('button', { name: 'Write the thread' }).click()
  }
  for (let each = 0; each < 3; each += 1) {
    await write()
    await page.waitForURL(/\/threads\//)
  }
  await write()
  await page.getByRole('alert').getByText('The thread was not started').waitFor()
  await expectAccessibleInBothThemes(page)
  await page.getByLabel('Email').fill('ada@example.com')
  await page.getByLabel('The newsletter').check()
  await page.getByRole('button', { name: 'Send the link to confirm it' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()

  await page.goto(await linkIn(page, app.address, 'ada@example.com', '/leave-address/confirm'))
  await page.getByRole('button', { name: 'Confirm the address' }).click()
  await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor()
  await page.getByRole('link', { name: 'What Threadr holds of ada@example.com' }).click()
  await page.getByRole('heading', { name: 'Your address' }).waitFor()
  await expectAccessibleInBothThemes(page)
  await write()
  await page.waitForURL(/\/threads\//)
})
