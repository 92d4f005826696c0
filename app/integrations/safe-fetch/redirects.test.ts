import { buildConnector } from 'undici'
import { expect, test } from 'vitest'
import { siteOfTest as site } from './local-site.fixture.ts'
import { createSafeFetch, type SafeFetchOptions } from './safe-fetch.ts'

const door = (options: Partial<SafeFetchOptions> = {}) =>
  createSafeFetch({ allowLocalAddresses: true, ...options })
const textOf = ({ body }: { body: Uint8Array }) => new TextDecoder().decode(body)

test('redirects are followed to the final address', async () => {
  const { url } = await site((request, response) => {
    if (request.url === '/end') return response.end('there')
    response.writeHead(302, { Location: request.url === '/' ? '/middle' : 'end' }).end()
  })
  const page = await door()(`${url}/`)
  expect(page.url).toBe(`${url}/end`)
  expect(textOf(page)).toBe('there')
})

test.each([
  ['as bare UTF-8', Buffer.from('/stra\u00DFe').toString('latin1')],
  ['in percent-encoding', '/stra%C3%9Fe'],
])('an address with letters beyond ASCII is followed %s', async (_how, location) => {
  const { url, requests } = await site((request, response) => {
    if (request.url !== '/') return response.end('there')
    response.writeHead(302, { Location: location }).end()
  })
  await door()(`${url}/`)
  expect(requests.at(-1)).toBe('/stra%C3%9Fe')
})

test('a redirect that is no UTF-8 is followed as the bytes it has', async () => {
  const { url, requests } = await site((request, response) => {
    if (request.url !== '/') return response.end('there')
    response.writeHead(302, { Location: '/stra\u00DFe' }).end()
  })
  await door()(`${url}/`)
  expect(requests.at(-1)).toBe('/stra%C3%9Fe')
})

test('a redirect from https to http is followed', async () => {
  const { port } = await site((request, response) => {
    if (request.url === '/') response.writeHead(301, { Location: 'http://example.com/plain' }).end()
    else response.end('unencrypted')
  })
  const plain = buildConnector({})
  const seen: string[] = []
  const fetch = createSafeFetch({
    allowLocalAddresses: false,
    // The site that plays both needs no certificate.
    connect(target, callback) {
      seen.push(target.protocol)
      plain(
        { protocol: 'http:', hostname: '127.0.0.1', host: `127.0.0.1:${port}`, port: String(port) },
        callback,
      )
    },
  })
  const page = await fetch('https://example.com/')
  expect(page.url).toBe('http://example.com/plain')
  expect([...new Set(seen)]).toEqual(['https:', 'http:'])
})

test('five redirects are followed and no sixth', async () => {
  const { url, requests } = await site((request, response) => {
    if (request.url === '/12345') return response.end('there')
    const next = request.url === '/' ? '/1' : `${request.url}${request.url?.length ?? 0}`
    response.writeHead(302, { Location: next }).end()
  })
  expect((await door()(`${url}/`)).url).toBe(`${url}/12345`)
  await expect(door()(`${url}/0`)).rejects.toMatchObject({ code: 'too-many-redirects' })
  expect(requests).toHaveLength(12)
})

test('a circle is noticed when it closes', async () => {
  const { url, requests } = await site((request, response) =>
    response.writeHead(302, { Location: request.url === '/a' ? '/b#x' : '/a#y' }).end(),
  )
  await expect(door()(`${url}/a`)).rejects.toMatchObject({ code: 'redirect-loop', retryable: false })
  expect(requests).toEqual(['/a', '/b'])
})

test('what comes with a redirect is not read', async () => {
  const { url } = await site((request, response) => {
    if (request.url !== '/') return response.end('there')
    response.writeHead(302, { Location: '/there', 'Content-Length': 1_000_000_000 })
    response.write('x'.repeat(100_000))
  })
  expect(textOf(await door({ maxBytes: 10 })(`${url}/`))).toBe('there')
})
