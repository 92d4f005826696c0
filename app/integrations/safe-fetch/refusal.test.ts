import type { RequestListener } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#app/platform/errors.ts'
import type { Lookup } from './connect.ts'
import { startSite } from './local-site.fixture.ts'
import { type DoorCode, doorCodes } from './refusal.ts'
import { createSafeFetch, type SafeFetchOptions } from './safe-fetch.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function site(listener: RequestListener, robots?: string) {
  const started = await startSite(listener, robots)
  open.push(started.close)
  return started.url
}
const door = (options: Partial<SafeFetchOptions> = {}) =>
  createSafeFetch({ allowLocalAddresses: true, ...options })
const guarded = createSafeFetch({ allowLocalAddresses: false })
const failing =
  (code: string): Lookup =>
  (_name, _options, answer) =>
    answer(Object.assign(new Error(code), { code }), [])

/** A way to each refusal. The type asks for one as soon as there is a further code. */
const ways: Record<DoorCode, () => Promise<unknown>> = {
  'not-an-address': () => door()('http://'),
  'unsupported-address': () => door()('ftp://example.com/'),
  'port-not-allowed': () => guarded('http://example.com:8080/'),
  'address-not-public': () => guarded('http://127.0.0.1/'),
  'host-not-found': () => door({ lookup: failing('ENOTFOUND') })('http://nowhere.example.org/'),
  'host-unreachable': async () => {
    const gone = await startSite((_request, response) => response.end())
    await gone.close()
    return door()(gone.url)
  },
  'host-busy': async () => {
    const url = await site(() => {})
    const fetch = door({ waitMs: 30 })
    return Promise.race([fetch(`${url}/first`).finally(() => new Promise(() => {})), fetch(`${url}/second`)])
  },
  'tls-failed': async () => door()((await site((_, response) => response.end())).replace('http:', 'https:')),
  'robots-refused': async () =>
    door()(await site((_, response) => response.end(), 'User-agent: *\nDisallow: /')),
  'page-timeout': async () => door({ totalMs: 30 })(await site(() => {})),
  'connection-lost': async () => door()(await site(({ socket }) => socket.destroy())),
  'page-too-large': async () =>
    door({ maxBytes: 10 })(await site((_, response) => response.end('x'.repeat(11)))),
  'page-unreadable': async () =>
    door()(await site((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('plain'))),
  'redirect-loop': async () =>
    door()(await site((_, response) => response.writeHead(302, { Location: '/' }).end())),
  'too-many-redirects': async () =>
    door()(await site(({ url }, response) => response.writeHead(302, { Location: `${url}a` }).end())),
  'page-unreachable': () => door({ lookup: failing('ESTRANGE') })('http://strange.example.org/'),
}

test.each(doorCodes)('%s comes with a sentence that says what happened and what to do', async (code) => {
  const error: unknown = await ways[code]().catch((reason: unknown) => reason)
  if (!(error instanceof AppError)) throw new Error(`no refusal: ${String(error)}`)
  expect(error).toMatchObject({ code, field: 'source', level: 'warn' })
  expect(error.status).toSatisfy((status) => [422, 502, 503, 504].includes(Number(status)))
  expect(error.message).toMatch(/^[A-Z].{40,220}\.$/)
  expect(error.message).toMatch(/paste (?:the|its|part)|submit the page|Paste the part/i)
  // No code, class or address of ours reaches the person.
  expect(error.message).not.toMatch(/\b(?:[A-Z]+_[A-Z_]+|E[A-Z]{4,}|Error|undefined|127\.0\.0\.1)\b/)
  if (error.retryable) expect(error.message).toMatch(/try again/i)
})
