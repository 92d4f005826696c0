import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()

async function typeAndSave(page: Page, text: string): Promise<void> {
  const saved = page.waitForResponse(
    (answer) => answer.url().includes('/document') && answer.request().method() === 'POST',
  )
  await page.getByLabel('Text of tweet 1').fill(text)
  await saved
}

test('a person mends a thread before it leaves without JavaScript, and says it otherwise for Bluesky with it', async () => {
  const page = await browser.open()
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.getByRole('link', { name: 'Post or export' }).waitFor()
  const thread = page.url()
  await typeAndSave(page, 'Both $MSFT and $AAPL rose.')

  const storageState = await page.context().storageState()
  const plain = await browser.open({ javaScriptEnabled: false, storageState })
  await plain.goto(`${thread}/out`)
  await plain.getByText('It has 2 cashtags').waitFor()
  await plain.getByRole('button', { name: 'Keep only $MSFT' }).click()
  await plain.getByText('It is changed.').waitFor()

  await page.goto(`${thread}/out`)
  expect(await page.getByText('It has 2 cashtags').count()).toBe(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Bluesky' }).click()
  await page.getByText('Both $MSFT and AAPL rose.').first().waitFor()
  await page.getByText('Say it otherwise here').first().click()
  const words = page.getByLabel('Words for tweet 1')
  await words.fill('a'.repeat(301))
  await page.getByText('1 over', { exact: true }).waitFor()
  await words.fill('Two stocks rose.')
  await page.getByRole('button', { name: 'Save and check' }).locator('visible=true').click()
  await page.getByText('It is saved.').waitFor()
  await expectAccessible(page)

  await page.goto(thread)
  await typeAndSave(page, 'Both shares rose.')
  await plain.goto(`${thread}/for/bluesky`)
  await plain.getByText('The thread says it otherwise since').waitFor()
  await plain.getByRole('button', { name: 'Take the thread’s' }).click()
  await plain.getByText('It follows the thread again.').waitFor()
  await plain.getByText('Both shares rose.').first().waitFor()
})
