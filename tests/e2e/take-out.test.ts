import { expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()

test('a person posts a thread on X by hand, begins with JavaScript and goes on without', async () => {
  const page = await browser.open({ expectedStatuses: [422] })
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.getByRole('link', { name: 'Post or export' }).click()
  await page.getByRole('link', { name: 'Look at the cards' }).waitFor()
  await expectAccessible(page)
  const out = page.url()
  await page.getByRole('link', { name: 'Look at the cards' }).click()
  const card = page.getByRole('img', { name: /^Tweet 1 as a card/ })
  const width = await card.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return null
    await image.decode()
    return image.naturalWidth
  })
  expect(width).toBe(1200)
  await expectAccessible(page)
  await page.goto(out.replace(/out$/, 'share'))
  await page.getByRole('button', { name: 'Make the public page' }).click()
  await page.getByRole('link', { name: 'Look at the page' }).click()
  await page.getByRole('heading', { name: /^A thread of \d+ tweets$/ }).waitFor()
  await expectAccessible(page)

  await page.goto(out)
  await page.getByRole('link', { name: 'Post it by hand' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  const onX = page.getByRole('link', { name: 'Open it on X' })
  expect(await onX.getAttribute('href')).toMatch(/^https:\/\/x\.com\/intent\/post\?text=[^&]+$/)
  const address = page.getByLabel('Address of the new post')
  await address.fill('https://example.com/ada')
  await page.getByRole('button', { name: 'Posted, on to the next' }).click()
  await page.locator('input[name=address][aria-invalid=true]').waitFor()
  await expectAccessible(page)
  await address.fill('https://x.com/ada/status/1001?s=20')
  await page.getByRole('button', { name: 'Posted, on to the next' }).click()
  await page.getByRole('heading', { name: /^Tweet 2 of/ }).waitFor()

  const storageState = await page.context().storageState()
  const plain = await browser.open({ javaScriptEnabled: false, storageState })
  await plain.goto(page.url())
  const reply = plain.getByRole('link', { name: 'Open it on X' })
  expect(await reply.getAttribute('href')).toMatch(/&in_reply_to=1001$/)
  await plain.getByLabel('Address of the new post').fill('x.com/ada/status/1002')
  await plain.getByRole('button', { name: 'Posted, on to the next' }).click()
  await plain.getByRole('heading', { name: /^Tweet 3 of/ }).waitFor()
  await plain.getByRole('button', { name: 'Back to tweet 2' }).click()
  await plain.getByRole('heading', { name: /^Tweet 2 of/ }).waitFor()
})
