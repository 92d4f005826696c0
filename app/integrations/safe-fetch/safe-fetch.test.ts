import { createServer, type Socket } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { siteOfTest as site, startSite } from './local-site.fixture.ts'
import { createSafeFetch, type SafeFetchOptions } from './safe-fetch.ts'

const fetchWith = (options: Partial<SafeFetchOptions> = {}) =>
  createSafeFetch({ allowLocalAddresses: true, ...options })
const textOf = (body: Uint8Array) => new TextDecoder().decode(body)

describe('what a fetch brings back', () => {
  test('the final address, status, type, charset, headers and body', async () => {
    const { url } = await site((request, response) => {
      response.writeHead(200, {
        'Content-Type': 'Text/HTML; charset="ISO-8859-1"',
        'X-Agent': request.headers['user-agent'],
      })
      response.end('hello')
    })
    const page = await fetchWith({ appUrl: 'https://threadr.example.org/' })(`${url}/a#part`)
    expect(page).toMatchObject({
      url: `${url}/a`,
      status: 200,
      contentType: 'text/html',
      charset: 'iso-8859-1',
    })
    expect(page.headers['x-agent']).toBe(
      'Threadr/1.0 (+https://threadr.example.org; reads single pages that people submit)',
    )
    expect(textOf(page.body)).toBe('hello')
  })

  test('a missing page is an answer too', async () => {
    const { url } = await site((_request, response) => response.writeHead(404).end('gone'))
    expect(await fetchWith()(url)).toMatchObject({ status: 404, contentType: null, charset: null })
  })

  test.each([
    ['gzip', gzipSync('packed text')],
    ['deflate', deflateSync('packed text')],
    ['deflate', deflateRawSync('packed text')],
    ['br', brotliCompressSync('packed text')],
    ['zstd', zstdCompressSync('packed text')],
    ['gzip, br', brotliCompressSync(gzipSync('packed text'))],
    ['identity', Buffer.from('packed text')],
  ])('a body in %s is unpacked', async (encoding, body) => {
    const { url } = await site((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': encoding }).end(body),
    )
    expect(textOf((await fetchWith()(url)).body)).toBe('packed text')
  })

  test('requests to one host go one at a time', async () => {
    let inside = 0
    let most = 0
    const { url } = await site((_request, response) => {
      inside += 1
      most = Math.max(most, inside)
      setImmediate(() => {
        inside -= 1
        response.end('ok')
      })
    })
    const fetch = fetchWith()
    await Promise.all([fetch(url), fetch(url), fetch(url)])
    expect(most).toBe(1)
  })
})

// The time limit only ends a run that hangs; making the packed bodies takes long on a busy machine.
describe('what a fetch refuses', { timeout: 120_000 }, () => {
  test('a body over the limit, declared or not', async () => {
    const { url } = await site((request, response) => {
      if (request.url === '/declared')
        return response.writeHead(200, { 'Content-Length': 2_000 }).end('x'.repeat(2_000))
      response.write('x'.repeat(600))
      response.end('x'.repeat(600))
    })
    const fetch = fetchWith({ maxBytes: 1_000 })
    await expect(fetch(`${url}/declared`)).rejects.toMatchObject({ code: 'page-too-large', retryable: false })
    await expect(fetch(`${url}/endless`)).rejects.toMatchObject({ code: 'page-too-large' })
  })

  test('a body packed three times, or in an unknown way, or damaged', async () => {
    const { url } = await site((request, response) => {
      const encoding =
        { '/three': 'gzip, gzip, gzip', '/unknown': 'compress', '/damaged': 'gzip' }[request.url ?? ''] ?? ''
      response.writeHead(200, { 'Content-Encoding': encoding }).end('not packed at all')
    })
    for (const path of ['/three', '/unknown', '/damaged']) {
      await expect(fetchWith()(url + path), path).rejects.toMatchObject({ code: 'page-unreadable' })
    }
  })
})

describe('what may go wrong on the way', () => {
  test('a page that never ends is given up at the limit on the whole', async () => {
    const { url } = await site((_request, response) => {
      const drip = setInterval(() => response.write('x'), 5)
      response.on('close', () => clearInterval(drip))
    })
    await expect(fetchWith({ totalMs: 60 })(url)).rejects.toMatchObject({
      code: 'page-timeout',
      retryable: true,
    })
  })

  test('a page that falls silent is given up', async () => {
    const { url } = await site((_request, response) => response.write('x'))
    await expect(fetchWith({ idleMs: 20 })(url)).rejects.toMatchObject({
      code: 'page-timeout',
      retryable: true,
    })
  })

  test('a page that is silent before its answer is given up too', async () => {
    const { url } = await site(() => {})
    await expect(fetchWith({ idleMs: 20 })(url)).rejects.toMatchObject({ code: 'page-timeout' })
  })

  test('a host that takes a connection and says no more is given up in time', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => void sockets.push(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    // Nothing but the limit on the whole ends it within the test's time.
    const fetch = fetchWith({ totalMs: 100, robotsMs: 30, idleMs: 600_000 })
    await expect(fetch(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'page-timeout' })
  })

  test('a broken connection may be tried again', async () => {
    const { url } = await site((request, response) => {
      if (request.url === '/early') return request.socket.destroy()
      response.writeHead(200, { 'Content-Length': 100 })
      response.write('half of it', () => request.socket.destroy())
    })
    await expect(fetchWith()(`${url}/early`)).rejects.toMatchObject({
      code: 'connection-lost',
      retryable: true,
    })
    await expect(fetchWith()(`${url}/late`)).rejects.toMatchObject({
      code: 'connection-lost',
      retryable: true,
    })
  })

  test('a port that nobody listens on', async () => {
    const gone = await startSite((_request, response) => response.end())
    await gone.close()
    await expect(fetchWith()(gone.url)).rejects.toMatchObject({ code: 'host-unreachable', retryable: true })
  })

  test('a name that does not exist', async () => {
    const fetch = fetchWith({
      lookup: (_name, _options, answer) =>
        answer(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), []),
    })
    await expect(fetch('http://nowhere.example.org/')).rejects.toMatchObject({
      code: 'host-not-found',
      retryable: false,
    })
  })

  test('no secure connection', async () => {
    const { port } = await site((_request, response) => response.end())
    await expect(fetchWith()(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'tls-failed' })
  })

  test('an answer that is no HTTP', async () => {
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket)
      socket.write('SSH-2.0-banner\r\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(fetchWith()(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'page-unreadable' })
  })

  test('the caller ends the fetch and gets the own reason back', async () => {
    const { url } = await site(() => {})
    const control = new AbortController()
    const fetching = fetchWith()(url, { signal: control.signal })
    control.abort(new Error('cancelled by its person'))
    await expect(fetching).rejects.toThrow('cancelled by its person')
  })

  test('one that is cancelled while it waits for its host leaves the others their turn', async () => {
    const answers: (() => void)[] = []
    const { url } = await site((_request, response) => {
      answers.push(() => response.end('ok'))
      if (answers.length > 1) response.end('ok')
    })
    const fetch = fetchWith()
    const control = new AbortController()
    const first = fetch(url)
    const second = fetch(url, { signal: control.signal })
    const third = fetch(url)
    control.abort(new Error('no longer wanted'))
    await expect(second).rejects.toThrow('no longer wanted')
    await expect.poll(() => answers.length).toBe(1)
    answers[0]?.()
    expect((await first).status).toBe(200)
    expect((await third).status).toBe(200)
  })
})
