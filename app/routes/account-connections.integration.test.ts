import { describe, expect, test } from 'vitest'
import { hashOfToken, newToken } from '#app/features/accounts/secret-token.ts'
import { sessionCookieOf } from '#app/features/accounts/session-cookie.server.ts'
import { errorsOf, goodPassword, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { providerWorld } from '#tests/setup/provider-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as accountAction, loader as accountLoader } from './account._index/route.tsx'
import { loader as activityLoader } from './account.activity/route.tsx'
import { action as forgotAction } from './forgot.tsx'
import { action as resetAction } from './reset.tsx'

const database = cloneTestDatabase()
const world = providerWorld(database)

const shown = async (browser: TestBrowser) => (await browser.request(accountLoader, '/account')).data
const send = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(accountAction, '/account?index', { form })
const connections = async (browser: TestBrowser) =>
  (await shown(browser)).connections.map(({ name, connectedSince }) => [name, connectedSince !== null])

/** Sends the form that connects, and gives where the way there and back leads. */
async function connect(browser: TestBrowser, password = goodPassword) {
  const page = whereTo(await send(browser, { intent: 'connect-github', password }))
  return world.comeBack(browser, 'github', await world.allow(page))
}

describe('the account page', () => {
  test('connects, by the password, what signs in from then on, and tells the owner', async () => {
    const { browser, email } = await world.signedIn()
    world.somebody()
    expect(await connections(browser)).toEqual([
      ['github', false],
      ['google', false],
    ])
    expect(errorsOf(await send(browser, { intent: 'connect-github', password: 'not it' }))).toEqual({
      password: 'This is not your present password.',
    })
    expect(await connect(browser)).toBe('/account?done=github-connected')
    expect(await connections(browser)).toEqual([
      ['github', true],
      ['google', false],
    ])
    expect((await world.mailTo(email)).subject).toBe('GitHub is connected to your Threadr account')
    const elsewhere = world.browser()
    expect(await world.go(elsewhere, 'github')).toBe('/threads')
    expect(await shown(elsewhere)).toMatchObject({ email, hasPassword: true })
    // Connecting it once more changes nothing and tells nobody.
    expect(await connect(browser)).toBe('/account?done=github-connected')
    const { events } = (await browser.request(activityLoader, '/account/activity')).data
    expect(events.filter(({ what }) => what === 'GitHub connected')).toHaveLength(1)
  })

  test('disconnects, after which it signs nobody in to that account, and tells the owner', async () => {
    const { browser, email } = await world.signedIn()
    const known = world.somebody()
    await connect(browser)
    expect(whereTo(await send(browser, { intent: 'disconnect', provider: 'github' }))).toBe(
      '/account?done=github-disconnected',
    )
    expect(await connections(browser)).toContainEqual(['github', false])
    expect((await world.mailTo(email)).subject).toBe('GitHub is disconnected from your Threadr account')
    const elsewhere = world.browser()
    await world.go(elsewhere, 'github')
    expect(await shown(elsewhere)).toMatchObject({ email: known.email })
    const { events } = (await browser.request(activityLoader, '/account/activity')).data
    expect(events.map(({ what }) => what)).toContain('GitHub disconnected')
    await send(browser, { intent: 'disconnect', provider: 'github' })
    expect((await world.mailsTo(email)).filter(({ subject }) => /disconnected/.test(subject))).toHaveLength(1)
  })

  test('gives nobody what is another account’s, and takes one of each provider', async () => {
    const [first, second] = [await world.signedIn(), await world.signedIn()]
    world.somebody()
    await connect(first.browser)
    expect(await connect(second.browser)).toBe('/account?problem=connected-elsewhere&provider=github')
    const told = (await second.browser.request(accountLoader, await connect(second.browser))).data.problem
    expect(told?.title).toContain('connected with another Threadr account')
    expect(await connections(second.browser)).toContainEqual(['github', false])
    world.somebody()
    expect(await connect(first.browser)).toContain('problem=connected-otherwise')
  })

  test('connects only for the account and the browser that asked', async () => {
    const asked = await world.signedIn()
    const other = await world.signedIn()
    world.somebody()
    const form = { intent: 'connect-github', password: goodPassword }
    const back = await world.allow(whereTo(await send(asked.browser, form)))
    // Signed in as somebody else meanwhile, in the same browser.
    await world.signIn(asked.browser, other)
    expect(await world.comeBack(asked.browser, 'github', back)).toContain('problem=journey-is-over')
    // One's own way back, slipped to somebody who is signed in: it would let its maker into their account.
    const eve = await world.signedIn()
    const lure = await world.allow(whereTo(await send(eve.browser, form)))
    await send(other.browser, form)
    expect(await world.comeBack(other.browser, 'github', lure)).toContain('problem=journey-is-over')
    expect(await database.owner.prisma.connectedAccount.count({ where: { userId: other.userId } })).toBe(0)
    expect(await database.owner.prisma.connectedAccount.count({ where: { userId: asked.userId } })).toBe(0)
  })
})

describe('an account without a password', () => {
  async function fromGitHub(variables: Record<string, string> = {}) {
    const { email } = world.somebody()
    const browser = world.browser(variables)
    await world.go(browser, 'github')
    return { email, browser }
  }

  test('may disconnect, since a code by mail lets its owner in, and can choose a password', async () => {
    const { email, browser } = await fromGitHub()
    expect(await shown(browser)).toMatchObject({ hasPassword: false })
    expect(
      errorsOf(await send(browser, { intent: 'email', email: 'new@example.com', password: '' })).password,
    ).toContain('no password yet')
    expect(whereTo(await send(browser, { intent: 'disconnect', provider: 'github' }))).toContain('done=')
    await browser.request(forgotAction, '/forgot', { form: { intent: 'forgot', email } })
    const { token } = await world.mailTo(email)
    await browser.request(resetAction, `/reset?token=${token}`, { form: { token, password: goodPassword } })
    const again = world.browser()
    expect(whereTo(await world.signIn(again, { email, password: goodPassword }))).toBe('/threads')
  })

  test('keeps its last way in where no mail is sent, also when two go at once', async () => {
    const production = {
      THREADR_ENV: 'production',
      APP_URL: 'https://threadr.example',
      SESSION_SECRET: 'k'.repeat(16) + 'v'.repeat(16),
      ENCRYPTION_KEY: 'e'.repeat(16) + 'k'.repeat(16),
      GITHUB_BASE_URL: '',
      GOOGLE_BASE_URL: '',
    }
    const { email } = await fromGitHub()
    const { id: userId } = await database.owner.prisma.user.findUniqueOrThrow({ where: { email } })
    await database.owner.prisma.connectedAccount.create({
      data: { userId, provider: 'google', providerUserId: '77' },
    })
    const browser = world.browser(production)
    const token = newToken()
    await database.owner.prisma.session.create({
      data: { userId, tokenHash: hashOfToken(token), userAgent: '', network: '' },
    })
    const [cookie = ''] = (await sessionCookieOf(browser.context().env, token)).split(';')
    browser.jar.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1))
    const answers = await Promise.all(
      ['github', 'google'].map((provider) => send(browser, { intent: 'disconnect', provider })),
    )
    const refused = answers.filter((answer) => !(answer instanceof Response))
    expect(refused.map((answer) => errorsOf(answer).form)).toEqual([
      expect.stringMatching(/is your last way in: choose a password first/),
    ])
    expect(await database.owner.prisma.connectedAccount.count({ where: { userId } })).toBe(1)
  })
})
