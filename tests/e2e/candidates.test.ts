import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()

async function writtenThread(page: Page): Promise<void> {
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.getByText('Supported', { exact: true }).first().waitFor()
}
const tweet = (page: Page, position: number) =>
  page.getByRole('article', { name: new RegExp(`^Tweet ${position} `, 'u') })
const words = (page: Page, position: number) => page.getByLabel(`Text of tweet ${position}`).inputValue()

/** By the menu of the editor, or what stands in for it where no script runs. */
async function askFor(page: Page, position: number, wish: string, menu: Locator): Promise<void> {
  await menu.click()
  await tweet(page, position)
    .getByRole('button', { name: new RegExp(`^${wish}`, 'u') })
    .click()
}

describe('a person', () => {
  test('asks for other openings, sees them beside the tweet, and takes one', async () => {
    const page = await browser.open()
    await writtenThread(page)
    const before = await words(page, 1)
    await askFor(page, 1, 'Three stronger openings', page.getByRole('button', { name: 'Rewrite tweet 1' }))
    const suggestion = tweet(page, 1).getByRole('region', { name: /^Suggestion for tweet 1/ })
    await suggestion.getByRole('button', { name: 'Take it' }).first().waitFor()
    await suggestion.getByText('Made without a model').waitFor()
    expect(await words(page, 1)).toBe(before)
    await expectAccessible(page)
    const offered = await suggestion.locator('p[dir=auto]').first().innerText()
    await suggestion.getByRole('button', { name: 'Take it' }).first().click()
    await suggestion.waitFor({ state: 'detached' })
    expect(await words(page, 1)).toBe(offered)
    expect(offered).not.toBe(before)
    await tweet(page, 1).getByText('Supported', { exact: true }).waitFor()
  })

  test('asks for a tweet after one without JavaScript, and leaves the next', async () => {
    const page = await browser.open({ javaScriptEnabled: false })
    await writtenThread(page)
    // Its tweets may come one after the other.
    await page.waitForLoadState()
    const count = await page.getByRole('article', { name: /^Tweet \d/ }).count()
    const menu = tweet(page, 1).locator('summary', { hasText: 'Rewrite' })
    await askFor(page, 1, 'A tweet after it', menu)
    await page.getByRole('button', { name: 'Take it' }).click()
    await tweet(page, count + 1).waitFor()
    await askFor(page, 1, 'Three stronger openings', menu)
    await page.getByRole('button', { name: 'Leave them' }).click()
    await page.getByRole('region', { name: /^Suggestion/ }).waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('article', { name: /^Tweet \d/ }).count()).toBe(count + 1)
  })
})
