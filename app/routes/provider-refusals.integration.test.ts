import { describe, expect, test } from 'vitest'
import type { TestBrowser } from '#tests/setup/account-world.ts'
import { providerWorld } from '#tests/setup/provider-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { loader as signInLoader } from './sign-in.tsx'
import { loader as setOutLoader } from './sign-in_.$provider.ts'

const database = cloneTestDatabase()
const world = providerWorld(database)
const providers = ['github', 'google'] as const

/** How many accounts, connections and sessions there are: what a refusal leaves as it was. */
async function standing() {
  const { prisma } = database.owner
  return [await prisma.user.count(), await prisma.connectedAccount.count(), await prisma.session.count()]
}
/** What the sign-in page says where a way ended; the way has to leave everything as it was. */
async function saidAt(browser: TestBrowser, place: string): Promise<string> {
  expect(place).toMatch(/^\/sign-in\?problem=/)
  const { problem } = (await browser.request(signInLoader, place)).data
  return `${problem?.title} ${problem?.more}`
}
const keptJourney = (browser: TestBrowser) => [...browser.jar].find(([name]) => name.includes('provider'))

describe('the way to a provider', () => {
  test('leads back to the configured address, whatever host is asked, and asks for no more than who it is', async () => {
    const browser = world.browser({ APP_URL: 'https://threadr.example' })
    for (const provider of providers) {
      const { searchParams: query } = new URL(await world.setOut(browser, provider))
      expect(query.get('redirect_uri')).toBe(`https://threadr.example/sign-in/${provider}/callback`)
      expect(query.get('scope')).toBe(provider === 'github' ? 'user:email' : 'openid email')
      expect(query.get('code_challenge_method')).toBe('S256')
    }
  })

  test('begins by a form alone, and keeps what it needs sealed, for ten minutes, from scripts and other sites', async () => {
    const production = {
      THREADR_ENV: 'production',
      APP_URL: 'https://threadr.example',
      SESSION_SECRET: 'k'.repeat(16) + 'v'.repeat(16),
      ENCRYPTION_KEY: 'e'.repeat(16) + 'k'.repeat(16),
      GITHUB_BASE_URL: '',
      GOOGLE_BASE_URL: '',
    }
    const browser = world.browser(production)
    const page = new URL(await world.setOut(browser, 'github'))
    expect(page.origin + page.pathname).toBe('https://github.com/login/oauth/authorize')
    const [name, value = ''] = keptJourney(browser) ?? []
    expect(name).toBe('__Host-provider')
    expect(Buffer.from(decodeURIComponent(value), 'base64').toString()).not.toContain('verifier')
    const led = await world
      .browser()
      .request(async (args) => setOutLoader(args), '/sign-in/github', { params: { provider: 'github' } })
    expect(led.headers.get('Location')).toBe('/sign-in')
    expect(led.headers.getSetCookie()).toEqual([])
  })
})

describe('nobody is let in, and nothing is written', () => {
  test.each(providers)('%s: where they said no there', async (provider) => {
    world.somebody()
    const before = await standing()
    const browser = world.browser()
    world.fake().allows = false
    const place = await world.go(browser, provider, { next: '/api' })
    expect(await saidAt(browser, place)).toMatch(/You didn’t allow it at .*nothing was done/)
    expect((await browser.request(signInLoader, place)).data.next).toBe('/api')
    expect(await standing()).toEqual(before)
    expect(keptJourney(browser)).toBeUndefined()
  })

  test.each(providers)(
    '%s: by a forged way back, of another browser, provider or state',
    async (provider) => {
      world.somebody()
      const before = await standing()
      const browser = world.browser()
      const stranger = world.browser()
      const own = await world.allow(await world.setOut(browser, provider))
      // Somebody else's way back, which would sign this browser in as them.
      const theirs = await world.allow(await world.setOut(stranger, provider))
      const forged = new URL(own)
      forged.searchParams.set('state', 'A'.repeat(43))
      for (const [who, address] of [
        [browser, theirs],
        [world.browser(), own],
        [browser, forged.href],
        [browser, forged.pathname],
      ] as const) {
        if (who === browser) await world.setOut(browser, provider)
        expect(await saidAt(who, await world.comeBack(who, provider, address))).toContain('begin again')
      }
      const other = provider === 'github' ? 'google' : 'github'
      const again = await world.allow(await world.setOut(browser, provider))
      expect(await world.comeBack(browser, other, again)).toContain('problem=journey-is-over')
      expect(await standing()).toEqual(before)
    },
  )

  test('by a kept cookie and way back that were used already, and of two at once one is', async () => {
    world.somebody()
    const browser = world.browser()
    const back = await world.allow(await world.setOut(browser, 'github'))
    const twin = world.browser()
    for (const [name, value] of browser.jar) twin.jar.set(name, value)
    const places = await Promise.all([
      world.comeBack(browser, 'github', back),
      world.comeBack(twin, 'github', back),
    ])
    expect(places.sort()).toEqual([expect.stringContaining('problem=journey-is-over'), '/threads'])
    const late = world.browser()
    for (const [name, value] of twin.jar) if (!name.startsWith('session')) late.jar.set(name, value)
    expect(await world.comeBack(late, 'github', back)).toContain('problem=journey-is-over')
  })

  test('after ten minutes', async () => {
    world.somebody()
    const browser = world.browser()
    const back = await world.allow(await world.setOut(browser, 'google'))
    await database.owner.prisma.accountRequest.updateMany({
      where: { purpose: 'provider' },
      data: { expiresAt: new Date(Date.now() - 1) },
    })
    expect(await saidAt(browser, await world.comeBack(browser, 'google', back))).toContain('too late')
  })

  test.each(providers)(
    '%s: by a code that was used, made up, or meant for another verifier',
    async (provider) => {
      world.somebody()
      const before = await standing()
      const browser = world.browser()
      const used = new URL(await world.allow(await world.setOut(world.browser(), provider)))
      const next = new URL(await world.allow(await world.setOut(browser, provider)))
      // Another's code slipped into one's own way back, which PKCE stands against.
      next.searchParams.set('code', used.searchParams.get('code') ?? '')
      expect(await saidAt(browser, await world.comeBack(browser, provider, next.href))).toContain(
        'didn’t confirm who you are',
      )
      const without = new URL(await world.allow(await world.setOut(browser, provider)))
      without.searchParams.delete('code')
      expect(await world.comeBack(browser, provider, without.href)).toContain('problem=provider-refused')
      expect(await standing()).toEqual(before)
    },
  )

  test.each([
    ['github', '/login/oauth/access_token'],
    ['github', '/user'],
    ['github', '/user/emails'],
    ['google', '/token'],
    ['google', '/v1/userinfo'],
  ] as const)('%s: where %s is down, breaks off, answers nonsense or without end', async (provider, path) => {
    world.somebody()
    const before = await standing()
    for (const fault of [
      { kind: 'raw', status: 503, body: 'busy' },
      { kind: 'raw', status: 302, body: '' },
      { kind: 'raw', status: 200, body: '<html>' },
      { kind: 'raw', status: 200, body: '{"id":"x","sub":7}' },
      { kind: 'raw', status: 200, body: `["${'x'.repeat(300_000)}"]` },
      { kind: 'cut' },
    ] as const) {
      const browser = world.browser()
      const back = await world.allow(await world.setOut(browser, provider))
      world.fake().fail(path, fault)
      const said = await saidAt(browser, await world.comeBack(browser, provider, back))
      expect(said, JSON.stringify(fault).slice(0, 60)).toContain('doesn’t answer at the moment')
    }
    expect(await standing()).toEqual(before)
    expect(await world.go(world.browser(), provider)).toBe('/threads')
  })

  test.each(providers)('%s: with an address that isn’t proven, or is none', async (provider) => {
    const before = await standing()
    for (const known of [{ verified: false }, { email: 'not an address' }]) {
      world.somebody(known)
      const browser = world.browser()
      expect(await saidAt(browser, await world.go(browser, provider))).toContain('no confirmed address')
    }
    const { email } = await world.person()
    world.somebody({ email, verified: false, hd: 'example.com' })
    expect(await world.go(world.browser(), provider)).toContain('problem=address-unproven')
    expect(await standing()).toEqual(before.map((count, at) => count + (at === 0 ? 1 : 0)))
  })
})

test('two browsers that come back at once as somebody new make one account', async () => {
  const { email } = world.somebody()
  const backs = []
  for (const browser of [world.browser(), world.browser(), world.browser()])
    backs.push({ browser, address: await world.allow(await world.setOut(browser, 'github')) })
  const places = await Promise.all(
    backs.map(({ browser, address }) => world.comeBack(browser, 'github', address)),
  )
  expect(places).toEqual(['/threads', '/threads', '/threads'])
  expect(await database.owner.prisma.user.count({ where: { email } })).toBe(1)
  for (const { browser } of backs)
    expect((await browser.request(accountLoader, '/account')).data).toMatchObject({ email })
})

test('who says in an address that something failed says it in none but our words', async () => {
  const said = async (query: string) =>
    (await world.browser().request(signInLoader, `/sign-in?${query}`)).data.problem
  expect(await said('problem=Call+0900&provider=github')).toBeNull()
  expect(await said('problem=provider-denied&provider=evil')).toBeNull()
  expect(await said('problem=toString&provider=github')).toBeNull()
})
