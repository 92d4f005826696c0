import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rawHeader } from '#tests/faults/pages/serve.ts'
import { innerHosts, loopbackSpellings } from '#tests/faults/ssrf/addresses.ts'
import { openDoor } from '#tests/faults/ssrf/door.ts'
import { startSite } from './local-site.fixture.ts'

let canary: Awaited<ReturnType<typeof startSite>>
let site: typeof canary
beforeAll(async () => {
  canary = await startSite((_request, response) => response.end('reached'))
  site = await startSite((request, response) =>
    response.writeHead(302, { Location: rawHeader(decodeURIComponent(request.url?.slice(1) ?? '')) }).end(),
  )
})
afterAll(() => Promise.all([canary.close(), site.close()]))

const guarded = () => openDoor({ guarded: true, port: 443 })
/** What a public page leads on to. */
const redirectTo = (address: string) =>
  openDoor({
    guarded: true,
    port: 443,
    outside: { sitePort: site.port, isOutside: (name) => name === 'public.example.com' },
  })(`http://public.example.com/${encodeURIComponent(address)}`)

describe('addresses of this machine and its network', () => {
  test.each([...loopbackSpellings.map(({ host }) => host), ...innerHosts])(
    'http://%s/ is refused, as an address and as where a public page leads',
    async (host) => {
      const refused = { code: 'address-not-public', status: 422, field: 'source' }
      await expect(guarded()(`http://${host}/`)).rejects.toMatchObject(refused)
      await expect(redirectTo(`//${host}/`)).rejects.toMatchObject(refused)
    },
  )
})

describe('what else is no page of the open web', () => {
  test.each([
    ['http://example.com:8080/', 'port-not-allowed'],
    ['http://example.com:22/', 'port-not-allowed'],
    ['ftp://example.com/a', 'unsupported-address'],
    ['file:///etc/passwd', 'unsupported-address'],
    ['data:text/html,hello', 'unsupported-address'],
    ['javascript:alert(1)', 'unsupported-address'],
    ['http://user:secret@example.com/', 'unsupported-address'],
    ['https://user@example.com/', 'unsupported-address'],
  ])('%s is refused, as an address and as where a page leads', async (address, code) => {
    await expect(guarded()(address)).rejects.toMatchObject({ code })
    await expect(redirectTo(address)).rejects.toMatchObject({ code })
  })

  test('a port of this machine is refused without being tried', async () => {
    await expect(guarded()(canary.url)).rejects.toMatchObject({ code: 'port-not-allowed' })
    await expect(redirectTo(canary.url)).rejects.toMatchObject({ code: 'port-not-allowed' })
    expect(canary.connections()).toBe(0)
  })

  test('a redirect to no address at all', async () => {
    await expect(guarded()('http://')).rejects.toMatchObject({ code: 'not-an-address' })
    await expect(redirectTo('http://[')).rejects.toMatchObject({ code: 'page-unreadable' })
  })
})
