import type { RequestListener, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { siteOfTest as site } from './local-site.fixture.ts'
import { createSafeFetch, type SafeFetchOptions } from './safe-fetch.ts'

// No limit that a busy machine could reach, where a test isn't about it.
const door = (options: Partial<SafeFetchOptions> = {}) =>
  createSafeFetch({
    allowLocalAddresses: true,
    totalMs: 120_000,
    idleMs: 60_000,
    robotsMs: 60_000,
    ...options,
  })
const page: RequestListener = (_request, response) => response.end('the page')
const refused = { code: 'robots-refused', status: 422, field: 'source', retryable: false }

/** A site that answers for its robots.txt as told, and gives a page for everything else. */
const withRobots = (answer: (response: ServerResponse, path: string) => void) =>
  site((request, response) => {
    const path = request.url ?? ''
    if (path.includes('robots')) answer(response, path)
    else response.end('the page')
  }, null)

describe('a site’s robots.txt', () => {
  test('keeps Threadr from a page, which is then not asked for', async () => {
    const { url, requests } = await site(page, 'User-agent: *\nDisallow: /private')
    const fetch = door()
    await expect(fetch(`${url}/private/post`)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('paste its text'),
    })
    expect((await fetch(`${url}/open`)).status).toBe(200)
    expect(requests).toEqual(['/open'])
  })

  test('may speak to Threadr alone, and about a query', async () => {
    const { url } = await site(page, 'User-agent: *\nDisallow: /\n\nUser-agent: Threadr\nDisallow: /*?draft=')
    const fetch = door()
    await expect(fetch(`${url}/post?draft=1`)).rejects.toMatchObject(refused)
    expect((await fetch(`${url}/post`)).status).toBe(200)
  })

  test('counts at every hop', async () => {
    const closed = await site(page, 'User-agent: *\nDisallow: /')
    const { url } = await site((_request, response) =>
      response.writeHead(302, { Location: closed.url }).end(),
    )
    await expect(door()(url)).rejects.toMatchObject(refused)
    expect(closed.requests).toEqual([])
  })

  test('is asked for once, with the same guards, also by several at once', async () => {
    const asked: string[] = []
    const { url } = await withRobots((response, path) => {
      asked.push(path)
      response.writeHead(200).end('User-agent: *\nDisallow: /no')
    })
    const fetch = door()
    await Promise.all([fetch(`${url}/a`), fetch(`${url}/b`), fetch(`${url}/c`)])
    await expect(fetch(`${url}/no`)).rejects.toMatchObject(refused)
    expect(asked).toEqual(['/robots.txt'])
  })

  test('is followed where it leads, five times', async () => {
    const rules = 'User-agent: *\nDisallow: /'
    const { url } = await withRobots((response, path) => {
      if (path.length < '/robots.txt'.length + 5) response.writeHead(301, { Location: `${path}x` }).end()
      else response.end(rules)
    })
    await expect(door()(url)).rejects.toMatchObject(refused)
  })

  test('counts as far as half a megabyte, without the line it is cut in', async () => {
    const comments = (length: number) => `User-agent: *\n${'# nothing\n'.repeat(length / 10)}`
    const far = await site(page, `${comments(400_000)}Disallow: /`)
    await expect(door()(far.url)).rejects.toMatchObject(refused)
    const tooFar = await site(page, `${comments(600_000)}Disallow: /`)
    expect((await door()(tooFar.url)).status).toBe(200)
    const start = 'User-agent: *\n'
    const cut = await site(page, `${start}${'#'.repeat(500 * 1024 - start.length - 12)}\nDisallow: /private`)
    expect((await door()(`${cut.url}/post`)).status).toBe(200)
  })
})

describe('a robots.txt that is no answer lets the page through', () => {
  test.each([
    ['missing', (response: ServerResponse) => response.writeHead(404).end('User-agent: *\nDisallow: /')],
    ['forbidden', (response: ServerResponse) => response.writeHead(403).end()],
    ['broken', (response: ServerResponse) => response.writeHead(500).end('User-agent: *\nDisallow: /')],
    ['cut off', (response: ServerResponse) => response.socket?.destroy()],
    [
      'packed wrongly',
      (response: ServerResponse) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x'),
    ],
    ['a circle', (response: ServerResponse) => response.writeHead(302, { Location: '/robots.txt' }).end()],
    ['nowhere', (response: ServerResponse) => response.writeHead(302, { Location: 'http://[' }).end()],
    [
      'a file',
      (response: ServerResponse) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
    ],
  ])('%s', async (_what, answer) => {
    const { url } = await withRobots(answer)
    expect((await door()(url)).status).toBe(200)
  })

  test('silent, or never done', async () => {
    const silent = await withRobots(() => {})
    expect((await door({ robotsMs: 50 })(silent.url)).status).toBe(200)
    const endless = await withRobots((response) => {
      const drip = setInterval(() => response.write('# x\n'), 5)
      response.on('close', () => clearInterval(drip))
    })
    expect((await door({ robotsMs: 50 })(endless.url)).status).toBe(200)
  })

  test('though one who leaves meanwhile has left', async () => {
    const { url, requests } = await withRobots(() => {})
    const control = new AbortController()
    const leaving = door()(url, { signal: control.signal })
    await expect.poll(() => requests.length).toBe(1)
    control.abort(new Error('no longer wanted'))
    await expect(leaving).rejects.toThrow('no longer wanted')
    expect(requests).toEqual(['/robots.txt'])
  })
})
