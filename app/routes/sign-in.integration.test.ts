import { describe, expect, test } from 'vitest'
import {
  accountWorld,
  errorsOf,
  goodPassword,
  type TestBrowser,
  whereTo,
} from '#tests/setup/account-world.ts'
import { disableUser } from '#tests/setup/disable-user.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { action as signInAction, loader as signInLoader } from './sign-in.tsx'
import { action as signOutAction, loader as signOutLoader } from './sign-out.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)

/** Whether a browser is signed in, as a page that needs it finds. */
async function isIn(browser: TestBrowser): Promise<boolean> {
  try {
    await browser.request(accountLoader, '/account')
    return true
  } catch (answer) {
    expect(whereTo(answer)).toBe('/sign-in?next=%2Faccount')
    return false
  }
}
const sessionCookieIn = ({ jar }: TestBrowser) => [...jar].find(([name]) => name.startsWith('session-'))
const age = (column: string, interval: string) =>
  database.owner.pool.query(`update sessions set ${column} = now() - $1::interval`, [interval])

describe('signing in', () => {
  test('takes the address in any case and the password in any spelling, and leads on', async () => {
    const { email } = await world.person({ password: 'caf\u00e9 at the ﬁn' })
    const browser = world.browser()
    const answer = await world.signIn(browser, {
      email: ` ${email.toUpperCase()} `,
      password: 'cafe\u0301 at the fin',
      next: '/account?done=name',
    })
    expect(whereTo(answer)).toBe('/account?done=name')
    expect(await isIn(browser)).toBe(true)
    await expect(browser.request(signInLoader, '/sign-in?next=/threads/x')).rejects.toSatisfy(
      (thrown) => whereTo(thrown) === '/threads/x',
    )
  })

  test.each([
    '//evil.example',
    'https://evil.example/threads',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a\nb',
  ])('never leads to %j', async (next) => {
    const who = await world.person()
    expect(whereTo(await world.signIn(world.browser(), { ...who, next }))).toBe('/threads')
  })

  test('answers a wrong password, an unknown address and a disabled account in the same words', async () => {
    const who = await world.person()
    const disabled = await world.person()
    await disableUser({ prisma: database.owner.prisma, redis: world.browser().redis }, disabled.id)
    const tries = [
      { email: who.email, password: 'not the password' },
      { email: 'nobody@example.com', password: goodPassword },
      disabled,
    ]
    const answers = []
    for (const given of tries) {
      const browser = world.browser()
      const answer = await world.signIn(browser, given)
      answers.push([errorsOf(answer), 'init' in answer && answer.init?.status, sessionCookieIn(browser)])
    }
    expect(answers[0]?.[0]).toEqual({ password: 'This address and this password don’t belong together.' })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('tells what is no address at its field, keeps what was typed, and never a password', async () => {
    const answer = await world.signIn(world.browser(), { email: 'no address', password: goodPassword })
    expect(errorsOf(answer).email).toContain('name@example.com')
    expect(JSON.stringify(answer)).toContain('no address')
    expect(JSON.stringify(answer)).not.toContain(goodPassword)
  })

  test('takes nothing from a form but address and password', async () => {
    const [who, other] = [await world.person(), await world.person()]
    const browser = world.browser()
    const form = {
      intent: 'password',
      email: who.email,
      password: who.password,
      userId: other.id,
      role: 'admin',
    }
    await browser.request(signInAction, '/sign-in', { form })
    const shown = await browser.request(accountLoader, '/account')
    expect(shown.data.email).toBe(who.email)
  })
})

describe('a session', () => {
  test('has a secret of its own from each sign-in on, and the one before is over', async () => {
    const { email, password, browser, id } = await world.signedIn()
    const [name, first] = sessionCookieIn(browser) ?? ['', '']
    await browser.request(signOutAction, '/sign-out', { form: {} })
    browser.jar.set(name, first)
    await world.signIn(browser, { email, password })
    const [, second] = sessionCookieIn(browser) ?? []
    await world.signIn(browser, { email, password })
    const [, third] = sessionCookieIn(browser) ?? []
    expect(new Set([first, second, third]).size).toBe(3)
    expect(await isIn(browser)).toBe(true)
    for (const over of [first, second]) {
      browser.jar.set(name, over ?? '')
      expect(await isIn(browser)).toBe(false)
    }
    expect(await database.owner.prisma.session.count({ where: { userId: id } })).toBe(1)
  })

  test('leaves only a hash of its secret in the database', async () => {
    const { browser, id } = await world.signedIn()
    const [, value = ''] = sessionCookieIn(browser) ?? []
    const token = JSON.parse(Buffer.from(decodeURIComponent(value), 'base64').toString())
    expect(token).toMatch(/^[\w-]{43}$/)
    const row = await database.owner.prisma.session.findFirstOrThrow({ where: { userId: id } })
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row).toMatchObject({ network: '192.0.2.0/24', tokenHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('is over after signing out, also for who has kept its cookie', async () => {
    const { browser } = await world.signedIn()
    const kept = new Map(browser.jar)
    expect(whereTo(signOutLoader())).toBe('/')
    expect(await isIn(browser)).toBe(true)
    const answer = await browser.request(signOutAction, '/sign-out', { form: {} })
    expect(answer.headers.get('Set-Cookie')).toMatch(/^session-\w+=;.*Max-Age=0/)
    expect(answer.headers.get('Clear-Site-Data')).toBe('"storage"')
    for (const [name, value] of kept) browser.jar.set(name, value)
    expect(await isIn(browser)).toBe(false)
  })

  test('is over at once when its person is disabled', async () => {
    const { browser, id } = await world.signedIn()
    await disableUser({ prisma: database.owner.prisma, redis: browser.redis }, id)
    expect(await isIn(browser)).toBe(false)
  })

  test('is over after 30 days without use, and after 90 days with it', async () => {
    const { browser } = await world.signedIn()
    await age('last_seen_at', '29 days 23 hours')
    expect(await isIn(browser)).toBe(true)
    await age('last_seen_at', '30 days 1 minute')
    expect(await isIn(browser)).toBe(false)
    await age('last_seen_at', '1 hour')
    await age('created_at', '89 days 23 hours')
    expect(await isIn(browser)).toBe(true)
    await age('created_at', '90 days 1 minute')
    expect(await isIn(browser)).toBe(false)
  })

  test('is written down as used once a minute at most', async () => {
    const { browser, id } = await world.signedIn()
    const seen = async () =>
      (await database.owner.prisma.session.findFirstOrThrow({ where: { userId: id } })).lastSeenAt.getTime()
    await age('last_seen_at', '50 seconds')
    const before = await seen()
    await isIn(browser)
    expect(await seen()).toBe(before)
    await age('last_seen_at', '2 minutes')
    await isIn(browser)
    expect(await seen()).toBeGreaterThan(before)
  })
})

test('a first sign-in is no news; another browser’s is, and is mailed once', async () => {
  const { email, password, browser } = await world.signedIn()
  await world.signIn(browser, { email, password })
  expect(await world.mailsTo(email)).toEqual([])
  const other = world.browser()
  await world.signIn(other, { email, password })
  await world.signIn(other, { email, password })
  const mails = await world.mailsTo(email)
  expect(mails.map(({ subject }) => subject)).toEqual(['A new browser signed in to your Threadr account'])
  expect(mails[0]?.text).toContain('192.0.2.0/24')
  expect(mails[0]?.text).toContain('http://localhost:3000/forgot')
})
