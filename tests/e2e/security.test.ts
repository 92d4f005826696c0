import { randomBytes, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { addressOf, builtRoutes } from '#tests/matrix/routes.ts'
import { startApp } from './app-under-test.ts'

const origin = 'https://threadr.example'
const app = startApp(() => ({
  THREADR_ENV: 'production',
  HOST: '127.0.0.1',
  APP_URL: origin,
  SESSION_SECRET: randomBytes(32).toString('base64'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  TRUSTED_PROXIES: '1',
  LIMITS_FACTOR: '1',
  GITHUB_CLIENT_ID: 'threadr',
  GITHUB_CLIENT_SECRET: 'known-to-both',
}))

/** What addresses name here: nothing that there is. */
const names = {
  threadId: randomUUID(),
  sourceId: randomUUID(),
  exportId: randomUUID(),
  issueId: randomUUID(),
  userId: randomUUID(),
  tweetId: randomUUID(),
  format: 'csv',
  network: 'bluesky',
  position: '1',
  token: 'A'.repeat(43),
  rest: 'nothing-here',
  provider: 'github',
}
/** Routes for programs, which are let in by a key alone, whatever their origin. */
const isForPrograms = (path: string) => /^\/(api\/v1|\.well-known)\//.test(path)

/** As a proxy hands a form on that it was sent from this address. */
function post(path: string, forwardedFor: string, headers: Record<string, string> = {}) {
  const body = new FormData()
  body.set('source', 'too short')
  return fetch(app.address + path, {
    method: 'POST',
    body,
    headers: { 'X-Forwarded-For': forwardedFor, ...headers },
    redirect: 'manual',
  })
}

/** The headers of an answer to a request that `fetch` would not send. */
const sent = (path: string, method: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: Headers }>((resolve, reject) => {
    const made = request(app.address, { path, method, headers }, (response) => {
      const given = Object.entries(response.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ])
      resolve({ status: response.resume().statusCode ?? 0, headers: new Headers(given) })
    })
    made.on('error', reject)
    made.end()
  })

function expectSafe(headers: Headers, what: string): void {
  const policy = headers.get('content-security-policy') ?? ''
  // A page that caches share has no nonce, which is of one answer: its scripts run by what they say.
  expect(policy, what).toMatch(
    /(^|; )script-src 'self'( 'nonce-[\w+/-]{22,}={0,2}'|( 'sha256-[\w+/]{43}=')+)(;|$)/,
  )
  for (const directive of [
    "default-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // Of other sites forms reach the provider alone whose keys are set here.
    "form-action 'self' https://github.com;",
  ])
    expect(policy, what).toContain(directive)
  expect(policy, what).not.toMatch(/(script|default)-src[^;]*unsafe|\*/)
  expect(headers.get('x-content-type-options'), what).toBe('nosniff')
  expect(headers.get('referrer-policy'), what).toBe('strict-origin-when-cross-origin')
  expect(headers.get('x-frame-options'), what).toBe('DENY')
  expect(headers.get('strict-transport-security'), what).toMatch(/^max-age=\d{8,}; includeSubDomains$/)
  expect(headers.get('x-powered-by'), what).toBeNull()
}

describe('every answer in production carries the headers that keep it safe', () => {
  test('of every route, for pages and for what the browser asks without them', async () => {
    const routes = (await builtRoutes()).filter(({ path }) => path !== null)
    expect(routes.length).toBeGreaterThan(6)
    for (const route of routes) {
      const path = addressOf(route, names)
      for (const each of [path, `${path === '/' ? '/_root' : path}.data`]) {
        const { headers } = await fetch(app.address + each, { redirect: 'manual' })
        expectSafe(headers, each)
      }
      if (route.hasAction)
        expectSafe((await post(addressOf(route, names, true), '203.0.113.1')).headers, `POST ${path}`)
    }
  })

  test('of files, and of errors of every kind', async () => {
    const page = await (await fetch(app.address)).text()
    const file = /(?:src|href)="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? ''
    const answers: [number, { status: number; headers: Headers }][] = [
      [200, await fetch(app.address + file)],
      [200, await fetch(`${app.address}/favicon.ico`)],
      [400, await fetch(`${app.address}/threads/%ff`)],
      [400, await post(`/threads/${randomUUID()}`, '203.0.113.1')],
      [403, await post('/?index', '203.0.113.1', { Origin: 'https://evil.example' })],
      [404, await fetch(`${app.address}/nothing-here`)],
      [405, await post('/api?index', '203.0.113.1')],
      [411, await sent('/', 'POST', { 'Transfer-Encoding': 'chunked' })],
      [413, await sent('/', 'POST', { 'Content-Length': '99999999' })],
      [422, await post('/?index', '203.0.113.1')],
    ]
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status)
      expectSafe(answer.headers, String(status))
    }
  })

  test('a nonce is of one answer, and its page’s own scripts have it', async () => {
    const nonceOf = (answer: Response) =>
      /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    const [first, second] = [await fetch(app.address), await fetch(app.address)]
    expect(nonceOf(first)).not.toBe(nonceOf(second))
    const inline = [...(await first.text()).matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)]
    expect(inline.length).toBeGreaterThan(0)
    for (const [, attributes] of inline) expect(attributes).toContain(`nonce="${nonceOf(first)}"`)
  })
})

describe('what another site makes a browser send', () => {
  const foreign: [string, Record<string, string>][] = [
    ['a foreign Origin', { Origin: 'https://evil.example' }],
    ['an Origin that only begins alike', { Origin: `${origin}.evil.example` }],
    ['our name without TLS', { Origin: 'http://threadr.example' }],
    ['the address of the server itself', { Origin: 'http://127.0.0.1' }],
    ['no origin, as a sandboxed frame has', { Origin: 'null' }],
    ['a cross-site mark', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a same-site mark, as a neighbour’s subdomain has', { 'Sec-Fetch-Site': 'same-site' }],
    ['our Origin and a cross-site mark', { Origin: origin, 'Sec-Fetch-Site': 'cross-site' }],
  ]
  test.each(foreign)('is refused with %s, on every route and method', async (_, headers) => {
    for (const route of (await builtRoutes()).filter(({ path }) => path !== null && !isForPrograms(path)))
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect((await sent(addressOf(route, names, true), method, headers)).status).toBe(403)
  })

  test('opens nothing of the API’s without a key, whatever its origin', async () => {
    const routes = (await builtRoutes()).filter(({ path }) => path !== null && isForPrograms(path))
    expect(routes.length).toBeGreaterThan(4)
    for (const route of routes)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect(
          (await sent(addressOf(route, names, true), method, { Origin: 'https://evil.example' })).status,
        ).toBeGreaterThan(399)
  })

  test('is taken from our own pages, and a link from elsewhere may lead here', async () => {
    expect(
      (await post('/?index', '203.0.113.2', { Origin: origin, 'Sec-Fetch-Site': 'same-origin' })).status,
    ).toBe(422)
    const led = await fetch(app.address, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
    expect(led.status).toBe(200)
  })
})

describe('who sends too much', () => {
  test('is refused by address, whatever X-Forwarded-For they make up and whatever cookie they drop', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 160; count += 1)
      statuses.push((await post('/?index', `10.1.2.${count}, 203.0.113.50`)).status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(150)
    expect(statuses.at(-1)).toBe(429)
    expect((await post('/?index', '203.0.113.51')).status).toBe(422)
  })

  test('is told when on a page of its own where there is no form', async () => {
    const retry = () =>
      fetch(`${app.address}/threads/${randomUUID()}`, {
        method: 'POST',
        body: new URLSearchParams({ intent: 'retry' }),
        headers: { 'X-Forwarded-For': '203.0.113.60' },
      })
    for (let count = 0; count < 90; count += 1) expect((await retry()).status).toBe(404)
    const refused = await retry()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(await refused.text()).toMatch(/That was a lot at once.*Try again in \d+ minutes\./s)
  })

  test('is told when at the form, in a header, and as a problem document where JSON was asked for', async () => {
    const page = await post('/?index', '203.0.113.50')
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expectSafe(page.headers, '429')
    const html = await page.text()
    expect(html).toMatch(/Try again in \d+ minutes\./)
    expect(html).toContain('too short')
    const problem = await post('/?index', '203.0.113.50', { Accept: 'application/json' })
    expect(problem.status).toBe(429)
    expect(problem.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(problem.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(await problem.json()).toMatchObject({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      detail: expect.stringMatching(/Try again in \d+ minutes\.$/),
    })
    expect((await fetch(app.address)).headers.get('cache-control')).toBe('private, no-cache')
    const missing = await fetch(`${app.address}/nothing-here`, { headers: { Accept: 'application/json' } })
    expect(await missing.json()).toMatchObject({ status: 404, title: 'Not Found' })
  })
})
