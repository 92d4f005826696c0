import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfOf } from '#tests/factories/pdf.ts'
import { bridgeArticle, bridgePage } from '#tests/factories/texts.ts'
import { docxOf, epubOf } from '#tests/factories/word-and-epub.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, startBrowser } from './browser.ts'

const app = startApp(() => ({ ALLOW_LOCAL_ADDRESSES: '1' }))
const browser = startBrowser()

let site = ''
const pages = createServer((request, response) => {
  if (request.url === '/feed.xml') {
    response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
    const item = (name: string) =>
      `<item><title>${name}</title><link>${site}/${name.replaceAll(' ', '-')}</link><description>About it.</description></item>`
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Bridges</title>${item('The old bridge')}${item('The new bridge')}</channel></rss>`,
    )
  } else {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(bridgePage(site + request.url))
  }
})
beforeAll(async () => {
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
  const address = pages.address()
  site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => void pages.close())

async function upload(page: Page, file: { name: string; content: Uint8Array | string }): Promise<void> {
  await page.goto(app.address)
  const buffer = Buffer.from(file.content)
  await page.getByLabel(/^Add a file/).setInputFiles({ name: file.name, mimeType: '', buffer })
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.waitForURL(/\/threads\/[0-9a-f-]{36}$/)
}
const title = 'The bridge that weighs itself'
const paragraphs = bridgeArticle.split('\n\n')
const written = (page: Page) => page.getByRole('button', { name: 'Copy the thread' }).waitFor()

describe('a person', () => {
  test.each([
    ['a PDF', 'report.bin', () => pdfOf(title, paragraphs)],
    ['a Word document', 'report.docx', () => docxOf(title, paragraphs)],
    ['an e-book', 'book.epub', async () => epubOf(title, paragraphs)],
    ['a saved page', 'bridge.html', async () => bridgePage()],
  ])('gives %s, whatever it is called, and gets its thread', async (_, name, content) => {
    const page = await browser.open()
    await upload(page, { name, content: await content() })
    await written(page)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.locator('mark').count()).toBeGreaterThanOrEqual(3)
    await page.getByRole('link', { name: 'Check or correct what was read' }).click()
    await page.getByText('What Threadr read').waitFor()
    expect(await page.getByRole('main').innerText()).toContain(name)
    await expectAccessible(page)
  })

  test('is told what is wrong with a damaged file, and can choose another', async () => {
    const page = await browser.open()
    await upload(page, { name: 'report.pdf', content: '%PDF-1.7 and then nothing of the kind' })
    await page.getByText('The thread could not be finished', { exact: true }).waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/damaged/)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Choose another file' }).click()
    await page.getByLabel('A link, or the text itself').waitFor()
  })

  test('gives the address of a feed, chooses one of its articles, and gets that one’s thread', async () => {
    const page = await browser.open()
    await page.goto(app.address)
    await page.getByLabel('A link, or the text itself').fill(`${site}/feed.xml`)
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByRole('heading', { name: 'Which article should it be?' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Write this one: The new bridge' }).click()
    await written(page)
    expect(await page.getByRole('main').innerText()).toContain(`${site}/The-new-bridge`)
  })
})
