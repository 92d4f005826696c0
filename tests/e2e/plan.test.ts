import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()

/** Has a thread planned, and waits for the plan to be shown. */
async function planFirst(page: Page): Promise<string[]> {
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
  await page.getByText('Tone, length, language and more').click()
  await page.getByLabel('Show me the plan first').check()
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.getByRole('heading', { name: 'What the thread is to say' }).waitFor()
  return pointsOf(page)
}
const pointsOf = (page: Page) => page.locator('fieldset li label:has(input[type=checkbox])').allInnerTexts()
const passageOf = (page: Page, point: string) =>
  page.locator('fieldset li').filter({ hasText: point }).locator('blockquote').first().innerText()
const tweetText = (page: Page, position: number) =>
  page.getByRole('article', { name: new RegExp(`^Tweet ${position} `, 'u') }).innerText()

describe('a person who wants to see the plan first', () => {
  test('drops a point, moves another up by keyboard, and gets just that', async () => {
    const page = await browser.open()
    const [first = '', second = '', third = '', ...others] = await planFirst(page)
    await expectAccessible(page)
    const up = page.getByRole('button', { name: `Move up: ${third}` })
    await up.focus()
    await page.keyboard.press('Enter')
    expect((await pointsOf(page)).slice(0, 3)).toEqual([first, third, second])
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    expect((await pointsOf(page)).slice(0, 3)).toEqual([third, first, second])
    for (const dropped of [second, ...others]) await page.getByLabel(dropped, { exact: true }).uncheck()
    const passages = [await passageOf(page, third), await passageOf(page, first)]
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByRole('button', { name: 'Copy the thread' }).waitFor()
    expect(await page.getByRole('article', { name: /^Tweet \d/ }).count()).toBe(2)
    for (const [index, passage] of passages.entries())
      expect(await tweetText(page, index + 1)).toContain(passage.slice(0, 30))
    await page.getByRole('link', { name: 'How this was made' }).click()
    await page.waitForURL(/\/how$/)
    await page.getByText('The built-in writer, no model').waitFor()
    await expectAccessible(page)
    expect(await page.getByRole('main').innerText()).toContain('Waiting for you')
  })

  test('does the same without JavaScript, and is told what is missing', async () => {
    const page = await browser.open({ javaScriptEnabled: false, expectedStatuses: [422] })
    const points = await planFirst(page)
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByText('Keep at least one point to write from.').waitFor()
    const rows = page.locator('fieldset li')
    await rows.nth(0).getByRole('checkbox').check()
    await rows.nth(1).getByRole('checkbox').check()
    await rows.nth(0).getByLabel('Place').fill('8')
    const passage = await passageOf(page, points[1] ?? '')
    await page.getByRole('button', { name: 'Write the thread' }).click()
    // Without JavaScript nothing can be copied by a button.
    await page.getByRole('link', { name: 'How this was made' }).waitFor()
    expect(await page.getByRole('article', { name: /^Tweet \d/ }).count()).toBe(2)
    expect(await tweetText(page, 1)).toContain(passage.slice(0, 30))
  })
})
