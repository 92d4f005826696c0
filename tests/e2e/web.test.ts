import { createServer } from 'node:http'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bridgeArticle, bridgePage } from '#tests/factories/texts.ts'
import { startApp } from './app-under-test.ts'
import { expectAccessible, expectAccessibleInBothThemes, startBrowser } from './browser.ts'

const app = startApp(() => ({ ALLOW_LOCAL_ADDRESSES: '1' }))
const browser = startBrowser()

let pageAddress = ''
const pages = createServer((request, response) => {
  const status = request.url === '/gone' ? 404 : 200
  response.writeHead(status, {
    'Content-Type': request.url === '/file.pdf' ? 'application/pdf' : 'text/html; charset=utf-8',
  })
  if (request.url === '/bridge') response.end(bridgePage(`${pageAddress}/bridge`))
  else if (request.url === '/file.pdf') response.end('%PDF-1.7')
  else response.end('<!doctype html><title>Nothing here</title><nav>Home News</nav>')
})
beforeAll(async () => {
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
  const address = pages.address()
  pageAddress = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => void pages.close())

const tweets = (page: Page) => page.getByRole('article', { name: /^Tweet \d/ })

async function write(page: Page, source: string): Promise<void> {
  await page.goto(app.address)
  await page.getByLabel('A link, or the text itself').fill(source)
  await page.getByRole('button', { name: 'Write the thread' }).click()
  await page.waitForURL(/\/threads\/[0-9a-f-]{36}$/)
}

/** The tweets' words once they are there: in the editor where it runs, as plain text before. */
async function ready(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Copy the thread' }).waitFor()
  await expect.poll(() => tweets(page).count()).toBeGreaterThanOrEqual(3)
  return tweets(page).evaluateAll((cards) =>
    cards.map((card) => card.querySelector('textarea')?.value ?? card.querySelector('p')?.innerText ?? ''),
  )
}

describe('a person', () => {
  test('pastes an article, watches the thread being written, and finds it again', async () => {
    const page = await browser.open({ expectedStatuses: [404] })
    await write(page, bridgeArticle)
    const written = await ready(page)
    await expectAccessible(page)

    await page.reload()
    expect(await ready(page)).toEqual(written)
    const tab = await page.context().newPage()
    await tab.goto(page.url())
    expect(await ready(tab)).toEqual(written)
    await tab.goto(`${app.address}/threads`)
    await expectAccessible(tab)
    await tab.getByRole('main').getByRole('link', { name: 'The bridge over the river' }).click()
    expect(await ready(tab)).toEqual(written)

    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/')
    const stranger = await browser.open({ expectedStatuses: [404] })
    expect((await stranger.goto(tab.url()))?.status()).toBe(404)
    await expectAccessible(stranger)
    await stranger.goto(`${app.address}/nothing-here`)
    const said = await stranger.getByRole('main').innerText()
    expect(said).toContain('There is nothing at this address.')
    expect(said).not.toContain('route')
  })

  test('gives an address, and sees for each tweet the passage it comes from', async () => {
    const page = await browser.open()
    await write(page, `${pageAddress}/bridge`)
    const written = await ready(page)
    expect(written.at(-1)).toContain(pageAddress)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The bridge that weighs itself')
    const passages = page.locator('mark')
    expect(await passages.count()).toBeGreaterThanOrEqual(3)
    for (const passage of await passages.allInnerTexts())
      expect(bridgeArticle).toContain(passage.replaceAll(/\s*\d*$/g, ''))
  })

  test.each([
    ['/gone', /404/],
    ['/empty', /article|text/i],
    ['/file.pdf', /PDF/],
  ])('is told what is wrong with the page %s, and can try again', async (path, sentence) => {
    const page = await browser.open()
    await write(page, pageAddress + path)
    await page.getByText('The thread could not be finished', { exact: true }).waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(sentence)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('The thread could not be finished', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Change the address' }).click()
    await expect
      .poll(() => page.getByLabel('A link, or the text itself').inputValue())
      .toBe(pageAddress + path)
  })

  test('is told at the field what is wrong with the input, and keeps it', async () => {
    const page = await browser.open({ expectedStatuses: [422] })
    await page.goto(app.address)
    await page.getByLabel('A link, or the text itself').fill('only three words')
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByText(/3 words/).waitFor()
    const field = page.getByLabel('A link, or the text itself')
    expect(await field.inputValue()).toBe('only three words')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectAccessible(page)
  })

  test('without JavaScript submits, sees the page renew itself, and reads the thread', async () => {
    const page = await browser.open({ javaScriptEnabled: false, expectedStatuses: [422] })
    await write(page, bridgeArticle)
    await page.getByRole('article', { name: /^Tweet 3/ }).waitFor()
    await page
      .locator('html:has(article):not(:has(meta[http-equiv="refresh"]))')
      .waitFor({ state: 'attached' })
    await page.goto(app.address)
    await page.getByLabel('A link, or the text itself').fill('only three words')
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByText(/3 words/).waitFor()
    expect(await page.getByLabel('A link, or the text itself').inputValue()).toBe('only three words')
  })

  test('reads every page in both themes', async () => {
    const page = await browser.open({
      viewport: { width: 360, height: 740 },
      isMobile: true,
      expectedStatuses: [404],
    })
    const fonts = new Set<string>()
    page.on('request', (request) => {
      const font = /[^/]*-latin(-ext)?/.exec(request.url())?.[0]
      if (font !== undefined) fonts.add(font)
    })
    for (const path of ['/', '/threads', '/nothing-here']) {
      await page.goto(app.address + path)
      await expectAccessibleInBothThemes(page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} is no wider than a phone`).toBeLessThanOrEqual(0)
    }
    expect([...fonts].sort()).toEqual(['inter-latin', 'newsreader-latin'])
  })

  test('reads and fills in every page on a phone where text is twice its size', async () => {
    const page = await browser.open({ viewport: { width: 360, height: 740 }, isMobile: true })
    const device = await page.context().newCDPSession(page)
    await device.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    const fits = async () => {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${page.url()} is no wider than a phone`).toBeLessThanOrEqual(0)
    }
    for (const path of ['/status', '/pricing', '/sign-up', '/']) {
      await page.goto(app.address + path)
      await fits()
    }
    await page.getByLabel('A link, or the text itself').fill(bridgeArticle)
    await page.getByRole('button', { name: 'Write the thread' }).click()
    await page.getByRole('link', { name: 'Post or export' }).click()
    await page.getByRole('link', { name: 'Post it by hand' }).click()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByLabel('Address of the new post').waitFor()
    await fits()
  })
})

describe('the server', () => {
  test('sends its security headers with every answer, errors included', async () => {
    for (const path of ['/', '/nothing-here', '/favicon.ico', '/threads/nonsense']) {
      const { headers } = await fetch(app.address + path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/)
      for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(directive)
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBeTruthy()
    }
  })

  test('has scripts fetched behind what a page is painted with', async () => {
    const html = await (await fetch(app.address)).text()
    const preloads = html.match(/<link rel="modulepreload"[^>]*>/g) ?? []
    expect(preloads.length).toBeGreaterThan(0)
    for (const preload of preloads) expect(preload).toContain('fetchpriority="low"')
  })

  test.each([
    ['a foreign Origin', { Origin: 'https://evil.example' }, 403],
    ['no origin at all, as a sandboxed frame sends it', { Origin: 'null' }, 403],
    ['a cross-site mark', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ])('refuses a POST with %s', async (_, headers, status) => {
    const body = new FormData()
    body.set('source', bridgeArticle)
    const response = await fetch(`${app.address}/?index`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
    expect(response.status).toBe(status)
  })

  test('answers an address that can’t be decoded with 400, not with a fault of its own', async () => {
    for (const path of ['/threads/%ff', '/assets/%ff'])
      expect((await fetch(app.address + path)).status).toBe(400)
  })

  test('takes no name but this computer’s own, and no endless body', async () => {
    const { request } = await import('node:http')
    const status = (headers: Record<string, string>, method = 'GET') =>
      new Promise((resolve, reject) => {
        const sent = request(app.address, { headers, method }, (response) =>
          resolve(response.resume().statusCode),
        )
        sent.on('error', reject)
        sent.end()
      })
    expect(await status({ Host: 'rebound.example' })).toBe(421)
    expect(await status({ 'Content-Length': '99999999' }, 'POST')).toBe(413)
    expect(await status({ 'Transfer-Encoding': 'chunked' }, 'POST')).toBe(411)
  })
})
