import { createServer } from 'node:http'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bridgePage } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

const app = startApp(() => ({ ALLOW_LOCAL_ADDRESSES: '1' }))
const browser = startBrowser()

let site = ''
let engineer = 'Ada Holm'
const pages = createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(bridgePage(site + request.url).replaceAll('Ada Holm', engineer))
})
beforeAll(async () => {
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
  const address = pages.address()
  site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => void pages.close())

/** Has an address read, and stops before anything is written of it. */
async function readFirst(page: Page, source: string): Promise<void> {
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(source)
  await page.getByText('Tone, length, language and more').click()
  await page.getByLabel('Show me what was read before writing').check()
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.getByText('The source has been read', { exact: true }).waitFor()
}
const firstTweet = (page: Page) => page.getByRole('article', { name: /^Tweet 1 / })

describe('a person', () => {
  test('looks at what was read, corrects it, and has the thread written from that', async () => {
    const page = await browser.open()
    await readFirst(page, `${site}/first`)
    expect(await page.getByRole('article', { name: /^Tweet \d/ }).count()).toBe(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Correct the text' }).click()
    const text = page.getByLabel('Text', { exact: true })
    await text.waitFor()
    await expectAccessible(page)
    await text.fill((await text.inputValue()).replaceAll('Ada Holm', 'Ida Holm'))
    await page.getByRole('button', { name: 'Save the text' }).click()
    await page.getByText('Put right by you').first().waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Back to the thread' }).click()
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByRole('button', { name: 'Copy the thread' }).waitFor()
    const main = await page.getByRole('main').innerText()
    expect(main).toContain('Ida Holm')
    expect(main).not.toContain('Ada Holm')
  })

  test('fetches a page again, sees what has changed, takes it, and has the thread written again', async () => {
    engineer = 'Ada Holm'
    const page = await browser.open()
    await readFirst(page, `${site}/second`)
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByRole('button', { name: 'Copy the thread' }).waitFor()
    const thread = page.url()
    // On a narrow screen it lies behind the other tab; here both panes are shown.
    await page.getByRole('link', { name: 'Check or correct what was read' }).click()
    await page.getByRole('button', { name: 'Fetch it again' }).click()
    await page.getByText('The page has not changed', { exact: true }).waitFor()
    engineer = 'Una Berg'
    await page.getByRole('button', { name: 'Fetch it again' }).click()
    await page.getByText('The page is different now', { exact: true }).waitFor()
    expect(await page.locator('ins').first().innerText()).toContain('Una')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use the page as it is now' }).click()
    await page.getByText('The page is different now', { exact: true }).waitFor({ state: 'hidden' })
    await page.goto(thread)
    await page.getByText('The source’s text has changed since', { exact: true }).waitFor()
    await expectAccessible(page)
    expect(await page.getByRole('main').innerText()).toContain('Ada Holm')
    await page.getByRole('button', { name: 'Write it again' }).click()
    // The thread as it was stays until it is written anew.
    await expect.poll(() => page.getByRole('main').innerText(), { timeout: 60_000 }).not.toContain('Ada Holm')
    await page.getByRole('button', { name: 'Copy the thread' }).waitFor()
    await firstTweet(page).waitFor()
    expect(await page.getByText('The source’s text has changed since', { exact: true }).count()).toBe(0)
  })

  test('who corrects a text in two tabs is told in the second, and loses nothing of it', async () => {
    const page = await browser.open({ expectedStatuses: [409] })
    await readFirst(page, `${site}/third`)
    await page.getByRole('link', { name: 'Correct the text' }).click()
    const text = page.getByLabel('Text', { exact: true })
    await text.waitFor()
    const tab = await page.context().newPage()
    await tab.goto(page.url())
    const inTab = tab.getByLabel('Text', { exact: true })
    await inTab.fill(`${await inTab.inputValue()}\n\nWhat the other tab added.`)
    await tab.getByRole('button', { name: 'Save the text' }).click()
    await tab.getByText('Put right by you').first().waitFor()
    await text.fill(`${await text.inputValue()}\n\nWhat this tab added.`)
    await page.getByRole('button', { name: 'Save the text' }).click()
    await page.getByText(/has changed in another tab/).waitFor()
    expect(await text.inputValue()).toContain('What this tab added.')
    expect((await page.locator('del').allInnerTexts()).join()).toContain('other')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save the text' }).click()
    await page.getByText('Put right by you').first().waitFor()
    expect(await page.getByRole('main').innerText()).toContain('What this tab added.')
  })

  test('does all that without JavaScript too', async () => {
    engineer = 'Ada Holm'
    const page = await browser.open({ javaScriptEnabled: false })
    await page.goto(app.address)
    await page.getByLabel('A link, or the text itself').fill(`${site}/plain`)
    await page.getByText('Tone, length, language and more').click()
    await page.getByLabel('Show me what was read before writing').check()
    await page.getByRole('button', { name: 'Write the thread' }).click()
    // The page loads itself again until there is something to decide.
    await page.getByRole('link', { name: 'Correct the text' }).click()
    const text = page.getByLabel('Text', { exact: true })
    await text.waitFor()
    // The field may be there before the end of what stands in it.
    await page.waitForLoadState()
    await text.fill(`${await text.inputValue()}\n\nAdded by hand.`)
    await page.getByRole('button', { name: 'Save the text' }).click()
    await page.getByText('Added by hand.').waitFor()
    await page.getByRole('link', { name: 'Back to the thread' }).click()
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await firstTweet(page).waitFor()
  })
})
