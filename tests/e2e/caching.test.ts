import { createHash } from 'node:crypto'
import { get, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { submit } from '#tests/setup/submit.ts'
import { startApp } from './app-under-test.ts'
import { startBrowser } from './browser.ts'

const app = startApp()
const browser = startBrowser()
let sharedPath = ''
let own = { page: '', cookie: '' }

beforeAll(async () => {
  own = await submit(app.address, { source: bridgeArticle })
  const standing = async () =>
    (await fetch(`${own.page}/progress?since=-1`, { headers: { cookie: own.cookie } })).text()
  await vi.waitFor(async () => expect(await standing()).toContain('"status":"ready"'), { timeout: 30_000 })
  const made = await fetch(`${own.page}/share`, {
    method: 'POST',
    headers: { cookie: own.cookie },
    body: new URLSearchParams({ intent: 'share' }),
  })
  sharedPath = /\/s\/[\w-]{20,}/.exec(await made.text())?.[0] ?? ''
  expect(sharedPath).not.toBe('')
})

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(app.address + path, { headers, redirect: 'manual' })
  const header = (name: string) => answer.headers.get(name) ?? ''
  return { status: answer.status, text: await answer.text(), header }
}
const sharedPaths = () => [sharedPath, '/pricing', '/status', '/api']

describe('pages that are the same for everybody', () => {
  test('may be kept by caches that many share, and are asked for again by what they were', async () => {
    for (const path of sharedPaths()) {
      const { status, header } = await ask(path)
      expect([path, status]).toEqual([path, 200])
      expect(header('cache-control'), path).toMatch(
        /^public, max-age=0, must-revalidate, s-maxage=\d+, stale-while-revalidate=\d+$/,
      )
      expect(header('vary'), path).toMatch(/Cookie.*Accept-Encoding|Accept-Encoding.*Cookie/)
      expect(header('set-cookie'), path).toBe('')
      if (path === '/status') continue
      const again = await ask(path, { 'If-None-Match': header('etag') })
      expect([again.status, again.text, again.header('etag')], path).toEqual([304, '', header('etag')])
    }
  })

  test('are gone from such caches five minutes after they are taken down, at the latest', async () => {
    const [, fresh, stale] =
      /s-maxage=(\d+), stale-while-revalidate=(\d+)/.exec((await ask(sharedPath)).header('cache-control')) ??
      []
    expect(Number(fresh) + Number(stale)).toBeLessThanOrEqual(300)
  })

  test('hold no nonce, and let those scripts run alone that they came with', async () => {
    for (const path of sharedPaths()) {
      const { text, header } = await ask(path)
      const inline = [...text.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
      expect(inline.length, path).toBeGreaterThan(0)
      const hashes = inline.map(
        ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
      )
      expect(text, path).not.toContain('nonce=')
      const allowed = /script-src ([^;]+)/.exec(header('content-security-policy'))?.[1]?.split(' ')
      expect(new Set(allowed), path).toEqual(new Set(["'self'", ...hashes]))
    }
  })

  test('run in a browser, whose own copy is asked for again once somebody is known there', async () => {
    const page = await browser.open()
    for (const path of sharedPaths()) {
      await page.goto(app.address + path)
      // The router is there once the page's own scripts have run.
      await page.waitForFunction(() => '__remixRouter' in window)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
    }
    const answered = page.waitForResponse((response) => response.url().endsWith('/pricing'))
    await page.context().addCookies([{ name: 'theme', value: 'dark', url: app.address }])
    await page.goto(`${app.address}/pricing`)
    expect((await answered).status()).toBe(200)
  })

  test('are one person’s as soon as a cookie says whose', async () => {
    for (const path of sharedPaths()) {
      const { text, header } = await ask(path, { cookie: own.cookie })
      expect(header('cache-control'), path).toMatch(/^private, no-(cache|store)$/)
      expect(header('vary'), path).toContain('Cookie')
      expect(header('etag'), path).toBe('')
      expect(text, path).toContain('nonce=')
    }
  })
})

test('what belongs to somebody is kept by no cache that others share', async () => {
  const { pathname } = new URL(own.page)
  const asked: [string, Record<string, string>][] = [
    ['/', {}],
    ['/threads', { cookie: own.cookie }],
    [pathname, { cookie: own.cookie }],
    [`${pathname}/progress`, { cookie: own.cookie }],
    [`${pathname}/out/text`, { cookie: own.cookie }],
    ['/sign-in', {}],
    [pathname, {}],
    ['/nothing-here', {}],
    [`${sharedPath}x`, {}],
    [`${sharedPath}.data`, {}],
    ['/pricing.data', {}],
  ]
  for (const [path, headers] of asked) {
    const { header } = await ask(path, headers)
    expect(`${path}: ${header('cache-control')}`).toMatch(/: (private, )?no-(store|cache)/)
  }
})

/** As it comes over the wire, where `fetch` unpacks it and asks past every cache. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; body: Buffer; headers: IncomingHttpHeaders }>((resolve, reject) => {
    get(app.address + path, { headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(pieces),
          headers: response.headers,
        }),
      )
    }).on('error', reject)
  })

describe('files', () => {
  test('with a hash in their name are kept for good, and come as the build has packed them', async () => {
    const page = (await ask('/')).text
    const files = [...new Set(page.match(/\/assets\/[\w.-]+\.(?:js|css)/g))]
    expect(files.length).toBeGreaterThan(3)
    const file = (encoding: string) => raw(files[0] ?? '', { 'Accept-Encoding': encoding })
    const [plain, packed] = [await file('identity'), await file('gzip, deflate, br')]
    for (const { headers } of [plain, packed])
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': expect.stringMatching(/^text\/css; charset=utf-8$/i),
        vary: expect.stringContaining('Accept-Encoding'),
      })
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'br'])
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true)
    expect(packed.body.length).toBeLessThan(plain.body.length / 2)
    expect((await file('gzip')).headers['content-encoding']).toBe('gzip')
  })

  test('that are found by their name alone are kept for an hour, and asked for again by what they were', async () => {
    for (const path of ['/favicon.ico', '/favicon.svg', '/robots.txt']) {
      const { status, headers } = await raw(path, {})
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=3600'])
      expect((await raw(path, { 'If-None-Match': headers.etag ?? '' })).status).toBe(304)
    }
  })

  test('that a page is painted with are named before it comes', async () => {
    const { text, header } = await ask('/')
    const named = [...header('link').matchAll(/<([^>]+)>; rel=preload; as=(\w+)/g)].map(([, href, as]) => [
      as,
      href,
    ])
    expect(named.map(([as]) => as).sort()).toEqual(['font', 'font', 'style'])
    for (const [, href] of named) expect(text).toContain(href)
  })
})
