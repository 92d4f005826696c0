import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()

const article = `The ferry Aurora carries 120 passengers and leaves Holm at 7:30 every morning. It has never missed a winter, said captain Ida Berg.

The harbour board bought her from Lund Shipping for $2.4 million on 12 March 2021. Lund Shipping sued the board in 2022, but the court rejected the claim.

Ticket sales rose by 8 per cent last year, while freight fell by 3 per cent. A trip of 14 kilometres takes 40 minutes in good weather and an hour in bad.`

async function writtenThread(page: Page): Promise<void> {
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(article)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.getByRole('button', { name: 'Copy the thread' }).waitFor()
  await page.getByText('Supported', { exact: true }).first().waitFor()
}
const tweet = (page: Page, position: number) =>
  page.getByRole('article', { name: new RegExp(`^Tweet ${position} `) })

async function edit(page: Page, position: number, change: (text: string) => string): Promise<void> {
  const text = page.getByLabel(`Text of tweet ${position}`)
  await text.fill(change(await text.inputValue()))
  await page.getByText(/^Saved at/).waitFor()
}

describe('a person', () => {
  test('edits a tweet into a wrong number, is told what the source says, and puts it right', async () => {
    const page = await browser.open()
    await writtenThread(page)
    await edit(page, 1, (text) => text.replace('120', '210'))
    await tweet(page, 1).getByText('“210”: the source says “120”.').waitFor()
    await tweet(page, 1).getByText('Partly supported', { exact: true }).waitFor()
    await expectAccessible(page)
    await edit(page, 1, (text) => text.replace('210', '120'))
    await tweet(page, 1).getByText('Supported', { exact: true }).waitFor()
  })

  test('calls a tweet an opinion and locks it, and it is still there when the thread comes again', async () => {
    const page = await browser.open()
    await writtenThread(page)
    await edit(
      page,
      2,
      () => 'Old sailors keep better promises than shipping companies and their lawyers do.',
    )
    await tweet(page, 2).getByRole('button', { name: 'It is my opinion' }).click()
    await tweet(page, 2).getByText('Opinion', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'More for tweet 2' }).click()
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await tweet(page, 2)
      .getByRole('button', { name: /^Unlock/ })
      .waitFor()
    expect(await page.getByLabel('Text of tweet 2').getAttribute('readonly')).not.toBe(null)
    await page.getByText(/^Saved at/).waitFor()
    await expectAccessible(page)
    await page.reload()
    await tweet(page, 2).getByText('Opinion', { exact: true }).waitFor()
    expect(await page.getByLabel('Text of tweet 2').inputValue()).toMatch(/^Old sailors keep better promises/)
  })

  test('edits without JavaScript', async () => {
    const page = await browser.open({ javaScriptEnabled: false, expectedStatuses: [422] })
    await page.goto(app.address)
    await page.getByLabel('A link, or the text itself').fill(article)
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByText('Supported', { exact: true }).first().waitFor()
    const card = tweet(page, 1)
    await card.locator('summary', { hasText: 'Edit' }).click()
    await card.getByLabel('Text of tweet 1').fill('The ferry Aurora carries 210 passengers.')
    await card.getByRole('button', { name: 'Save and check' }).click()
    await card.getByText('“210”: the source says “120”.').waitFor()
    await card.locator('summary', { hasText: 'Edit' }).click()
    await card.getByLabel('Text of tweet 1').fill('')
    await card.getByRole('button', { name: 'Save and check' }).click()
    await page.getByText('A tweet needs some text.').waitFor()
  })
})
