import { buildConnector } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConnector, type Lookup } from './connect.ts'
import { startSite } from './local-site.fixture.ts'
import { createSafeFetch } from './safe-fetch.ts'

let canary: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => {
  canary = await startSite((_request, response) => response.end('reached'))
})
afterAll(() => canary.close())

/** Every name is on this machine, as a hostile name server would have it. */
const everyNameIsLocal: Lookup = (_name, _options, answer) =>
  answer(null, [{ address: '127.0.0.1', family: 4 }])
const guarded = createSafeFetch({ allowLocalAddresses: false, lookup: everyNameIsLocal })

const spellings = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '2130706433',
  '0',
  '0.0.0.0',
  '127.0.0.1.',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::7f00:1]',
  '[64:ff9b::7f00:1]',
  'localhost',
  'localhost.',
  'LOCALHOST',
  'sub.localhost',
  '127.0.0.1.rebind.example.org',
  '１２７.０.０.１',
  '127。0。0。1',
]

describe('addresses of this machine and its network', () => {
  test.each(spellings)('http://%s/ is refused before anything is opened', async (host) => {
    await expect(guarded(`http://${host}/`)).rejects.toMatchObject({
      code: 'address-not-public',
      status: 422,
      field: 'source',
    })
    expect(canary.connections()).toBe(0)
  })

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://metadata.google.internal/',
    'http://10.1.2.3/',
    'http://intranet/',
  ])('%s is refused', async (address) => {
    await expect(guarded(address)).rejects.toMatchObject({ code: 'address-not-public' })
  })

  test('other ports, schemes and user names are refused, each with its reason', async () => {
    await expect(guarded(canary.url)).rejects.toMatchObject({ code: 'port-not-allowed' })
    await expect(guarded('http://example.com:8080/')).rejects.toMatchObject({ code: 'port-not-allowed' })
    await expect(guarded('ftp://example.com/a')).rejects.toMatchObject({ code: 'unsupported-address' })
    await expect(guarded('file:///etc/passwd')).rejects.toMatchObject({ code: 'unsupported-address' })
    await expect(guarded('http://user:secret@example.com/')).rejects.toMatchObject({
      code: 'unsupported-address',
    })
    await expect(guarded('http://')).rejects.toMatchObject({ code: 'not-an-address' })
  })

  test('a name with one public and one local address is refused', async () => {
    const mixed: Lookup = (_name, _options, answer) =>
      answer(null, [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    const fetch = createSafeFetch({ allowLocalAddresses: false, lookup: mixed })
    await expect(fetch('http://mixed.example.org/')).rejects.toMatchObject({ code: 'address-not-public' })
  })

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://[::ffff:7f00:1]/',
    'http://inside.example.org/',
    'http://169.254.169.254/latest/',
    '//localhost/',
  ])('a public page that leads on to %s leads nowhere', async (location) => {
    const site = await startSite((_request, response) =>
      response.writeHead(302, { Location: location }).end(),
    )
    const toSite = buildConnector({})
    const inward = createConnector({ allowLocalAddresses: false, lookup: everyNameIsLocal, timeoutMs: 1_000 })
    const fetch = createSafeFetch({
      allowLocalAddresses: false,
      connect: (target, callback) =>
        target.hostname === 'public.example.com'
          ? toSite(
              { ...target, hostname: '127.0.0.1', host: `127.0.0.1:${site.port}`, port: String(site.port) },
              callback,
            )
          : inward(target, callback),
    })
    await expect(fetch('http://public.example.com/')).rejects.toMatchObject({ code: 'address-not-public' })
    expect(site.connections()).toBe(1)
    expect(canary.connections()).toBe(0)
    await site.close()
  })

  test('a name that turns to this machine between two attempts is refused at the second', async () => {
    let lookups = 0
    const rebinding: Lookup = (_name, _options, answer) => {
      lookups += 1
      if (lookups === 1) return answer(Object.assign(new Error('try again'), { code: 'EAI_AGAIN' }), [])
      answer(null, [{ address: '127.0.0.1', family: 4 }])
    }
    const fetch = createSafeFetch({ allowLocalAddresses: false, lookup: rebinding })
    await expect(fetch('http://rebind.example.org/')).rejects.toMatchObject({
      code: 'host-not-found',
      retryable: true,
    })
    await expect(fetch('http://rebind.example.org/')).rejects.toMatchObject({ code: 'address-not-public' })
    expect(lookups).toBe(2)
    expect(canary.connections()).toBe(0)
  })
})
