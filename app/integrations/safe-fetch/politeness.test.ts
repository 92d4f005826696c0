import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { HostGate } from './host-gate.ts'
import { siteOfTest as site } from './local-site.fixture.ts'
import { PageCache } from './page-cache.ts'
import { createSafeFetch } from './safe-fetch.ts'
import { Visit } from './visit.ts'

const door = () => createSafeFetch({ allowLocalAddresses: true })
const textOf = ({ body }: { body: Uint8Array }) => new TextDecoder().decode(body)

describe('a page that was just fetched', () => {
  test('is not asked for again, whatever its fragment', async () => {
    const { url, requests } = await site((_request, response) => response.end('once'))
    const fetch = door()
    expect(textOf(await fetch(`${url}/a#one`))).toBe('once')
    expect(await fetch(`${url}/a#two`)).toMatchObject({ url: `${url}/a`, status: 200 })
    await fetch(`${url}/b`)
    expect(requests).toEqual(['/a', '/b'])
  })

  test('is found again by a redirect that leads to it', async () => {
    const { url, requests } = await site((request, response) => {
      if (request.url === '/article') response.end('the article')
      else response.writeHead(301, { Location: '/article' }).end()
    })
    const fetch = door()
    for (const path of ['/article', '/short', '/shorter'])
      expect(textOf(await fetch(url + path))).toBe('the article')
    expect(requests).toEqual(['/article', '/short', '/shorter'])
  })

  test('is asked for again by who wants it fresh, and what came then is kept', async () => {
    let edition = 0
    const { url } = await site((_request, response) => {
      edition += 1
      response.end(`edition ${edition}`)
    })
    const fetch = door()
    await fetch(url)
    expect(textOf(await fetch(url, { fresh: true }))).toBe('edition 2')
    expect(textOf(await fetch(url))).toBe('edition 2')
  })

  test('belongs to each who gets it, so that nobody spoils it for the next', async () => {
    const { url } = await site((_request, response) => response.end('whole'))
    const fetch = door()
    const first = await fetch(url)
    first.body.fill(0)
    const { buffer } = first.body
    if (buffer instanceof ArrayBuffer) structuredClone(buffer, { transfer: [buffer] })
    expect(textOf(await fetch(url))).toBe('whole')
  })

  test.each([
    [404, {}],
    [500, {}],
    [200, { 'Cache-Control': 'no-store' }],
    [200, { 'Cache-Control': 'max-age=60, Private' }],
    [200, { 'Cache-Control': 'private="set-cookie", max-age=60' }],
    [200, { Vary: '*' }],
  ])('is asked for again after %i with %j', async (status, headers) => {
    const { url, requests } = await site((_request, response) => response.writeHead(status, headers).end('x'))
    const fetch = door()
    await fetch(url)
    await fetch(url)
    expect(requests).toHaveLength(2)
  })

  test('is asked for again after a minute', () => {
    let now = 0
    const cache = new PageCache(() => now)
    const address = new URL('https://example.com/')
    const page = { status: 200, contentType: null, charset: null, body: new Uint8Array(9), headers: {} }
    cache.keep({ ...page, url: address.href })
    now = 59_999
    expect(cache.get(address)).toMatchObject(page)
    now = 60_000
    expect(cache.get(address)).toBeUndefined()
  })

  test('makes room for later ones before more than 32 MB are held', () => {
    const cache = new PageCache()
    const body = new Uint8Array(5 * 1024 * 1024)
    const urls = Array.from({ length: 8 }, (_, index) => `https://example.com/${index}`)
    for (const url of urls)
      cache.keep({ url, status: 200, contentType: null, charset: null, body, headers: {} })
    expect(urls.filter((url) => cache.get(new URL(url)))).toEqual(urls.slice(2))
  })
})

describe('several who want the same page at once', () => {
  test('get it from one request, and one who leaves doesn’t take it from the others', async () => {
    const waiting: ServerResponse[] = []
    const { url, requests } = await site((_request, response) => void waiting.push(response))
    const fetch = door()
    const control = new AbortController()
    const leaving = fetch(url, { signal: control.signal })
    const staying = [fetch(url), fetch(`${url}/#part`, { signal: new AbortController().signal })]
    await expect.poll(() => waiting.length).toBe(1)
    control.abort(new Error('no longer wanted'))
    await expect(leaving).rejects.toThrow('no longer wanted')
    waiting[0]?.end('for both')
    expect((await Promise.all(staying)).map(textOf)).toEqual(['for both', 'for both'])
    expect(requests).toHaveLength(1)
  })

  test('end its request when the last of them leaves', async () => {
    let closed = 0
    const { url, requests } = await site((_request, response) => {
      response.on('close', () => {
        closed += 1
      })
    })
    const fetch = door()
    const control = new AbortController()
    const both = [fetch(url, { signal: control.signal }), fetch(url, { signal: control.signal })]
    await expect.poll(() => requests.length).toBe(1)
    control.abort(new Error('no longer wanted'))
    for (const each of both) await expect(each).rejects.toThrow('no longer wanted')
    await expect.poll(() => closed).toBe(1)
  })
})

describe('waiting for a host', () => {
  const visit = (gate: HostGate, limits: { totalMs?: number; waitMs?: number }) =>
    new Visit({ gate, signal: new AbortController().signal, totalMs: 60_000, waitMs: 60_000, ...limits })
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('costs nothing of the time for the page', async () => {
    const gate = new HostGate()
    let leave = () => {}
    const first = visit(gate, {}).turn(
      'example.com',
      () =>
        new Promise<void>((resolve) => {
          leave = resolve
        }),
    )
    const second = visit(gate, { totalMs: 10 }).turn('example.com.', async () => 'in time')
    await rest(50)
    leave()
    expect(await second).toBe('in time')
    await first
  })

  test('ends after its own time, and other hosts know nothing of it', async () => {
    const gate = new HostGate()
    void visit(gate, {}).turn('example.com', () => new Promise(() => {}))
    await expect(visit(gate, { waitMs: 10 }).turn('example.com', async () => 'never')).rejects.toMatchObject({
      code: 'host-busy',
      retryable: true,
    })
    expect(await visit(gate, { waitMs: 10 }).turn('example.org', async () => 'at once')).toBe('at once')
  })

  test('adds up over the hosts of one fetch', async () => {
    const gate = new HostGate()
    const one = visit(gate, { totalMs: 30 })
    await one.turn('a.example.com', () => rest(20))
    await expect(
      one.turn(
        'b.example.com',
        (signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason))
          }),
      ),
    ).rejects.toMatchObject({ code: 'page-timeout' })
  })
})
