import { generateTOTP } from '@epic-web/totp'
import { describe, expect, test, vi } from 'vitest'
import {
  accountWorld,
  errorsOf,
  goodPassword,
  type TestBrowser,
  whereTo,
} from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { action, loader } from './account.two-factor/route.tsx'
import { action as secondAction } from './sign-in_.two-factor.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)

const send = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(action, '/account/two-factor', { form: { password: goodPassword, ...form } })
const stand = async (browser: TestBrowser) =>
  (await browser.request(loader, '/account/two-factor')).data.stand
/** The digits that an app with this seed shows so many seconds from now. */
async function codeOf(seed: string, inSeconds = 0): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + inSeconds * 1000 })
  const { otp } = await generateTOTP({ secret: seed, algorithm: 'SHA-1', period: 30, digits: 6 })
  vi.useRealTimers()
  return otp
}
const isIn = (browser: TestBrowser) =>
  browser.request(accountLoader, '/account').then(
    () => true,
    () => false,
  )

async function withTwoFactor() {
  const who = await world.signedIn()
  await send(who.browser, { intent: 'begin' })
  const begun = await stand(who.browser)
  if (begun.state !== 'setting-up') throw new Error('it was not begun')
  const answer = await send(who.browser, { intent: 'confirm', code: await codeOf(begun.seed, -30) })
  const codes = 'data' in answer && 'recoveryCodes' in answer.data ? answer.data.recoveryCodes : []
  return { ...who, seed: begun.seed, codes }
}

/** Gives the password in a browser, and gives what takes the second factor there. */
async function passwordGiven(email: string, browser = world.browser()) {
  const page = new URL(
    whereTo(await world.signIn(browser, { email, password: goodPassword })),
    'http://localhost',
  )
  expect(page.pathname).toBe('/sign-in/two-factor')
  const giveCode = (code: string, inBrowser = browser) =>
    inBrowser.request(secondAction, '/sign-in/two-factor', {
      form: {
        intent: 'second-factor',
        code,
        request: page.searchParams.get('request') ?? '',
        next: '/account',
      },
    })
  return { browser, giveCode }
}

describe('setting two-factor sign-in up', () => {
  test('takes the password, then a code of the app, and gives ten recovery codes once', async () => {
    const { browser, id, email } = await world.signedIn()
    expect(errorsOf(await send(browser, { intent: 'begin', password: 'wrong' }))).toHaveProperty('password')
    expect(await stand(browser)).toEqual({ state: 'off' })
    expect(whereTo(await send(browser, { intent: 'begin' }))).toBe('/account/two-factor')
    const begun = await stand(browser)
    if (begun.state !== 'setting-up') throw new Error('it was not begun')
    expect(begun.seed).toMatch(/^[A-Z2-7]{32}$/)
    expect(begun.address).toContain(`otpauth://totp/Threadr:${encodeURIComponent(email)}`)
    expect(begun.qr.path).toMatch(/^M\d+ \d+h1v1h-1z/)
    // Until a code was given, nobody is asked for one.
    expect(whereTo(await world.signIn(world.browser(), { email, password: goodPassword }))).toBe('/threads')
    expect(errorsOf(await send(browser, { intent: 'confirm', code: '000000' }))).toHaveProperty('code')
    const answer = await send(browser, { intent: 'confirm', code: await codeOf(begun.seed) })
    const codes = 'data' in answer && 'recoveryCodes' in answer.data ? answer.data.recoveryCodes : []
    expect(new Set(codes).size).toBe(10)
    expect(await stand(browser)).toEqual({ state: 'on', codesLeft: 10 })

    const kept = JSON.stringify([
      await database.owner.prisma.user.findUnique({ where: { id } }),
      await database.owner.prisma.recoveryCode.findMany({ where: { userId: id } }),
    ])
    for (const secret of [begun.seed, ...codes]) expect(kept).not.toContain(secret)
    expect((await world.mailTo(email)).subject).toBe('Two-factor sign-in is on')
  })
})

describe('signing in with two factors', () => {
  test('takes the app’s code after the password, in the same browser', async () => {
    const { email, seed } = await withTwoFactor()
    const { browser, giveCode } = await passwordGiven(email)
    expect(await isIn(browser)).toBe(false)
    expect(errorsOf(await giveCode(await codeOf(seed), world.browser()))).toHaveProperty('code')
    expect(errorsOf(await giveCode('000000'))).toHaveProperty('code')
    expect(whereTo(await giveCode(await codeOf(seed)))).toBe('/account')
    expect(await isIn(browser)).toBe(true)
    expect(errorsOf(await giveCode(await codeOf(seed, 30)))).toHaveProperty('code')
  })

  test('takes a code of the app once, also of two at once', async () => {
    const { email, seed } = await withTwoFactor()
    const code = await codeOf(seed)
    const both = [await passwordGiven(email), await passwordGiven(email)]
    const answers = await Promise.all(both.map(({ giveCode }) => giveCode(code)))
    expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(1)
    // Nor one from before it.
    const { giveCode } = await passwordGiven(email)
    expect(errorsOf(await giveCode(await codeOf(seed, -30)))).toHaveProperty('code')
    expect(whereTo(await giveCode(await codeOf(seed, 30)))).toBe('/account')
  })

  test('ends after five wrong codes, and after 10 minutes', async () => {
    const { email, seed } = await withTwoFactor()
    const { giveCode } = await passwordGiven(email)
    for (let tries = 0; tries < 5; tries += 1) errorsOf(await giveCode('12345'))
    expect(errorsOf(await giveCode(await codeOf(seed))).code).toContain('Sign in again')

    const late = await passwordGiven(email)
    await database.owner.pool.query(
      `update account_requests set expires_at = now() where purpose = 'second-factor' and expires_at <= now() + interval '10 minutes'`,
    )
    expect(errorsOf(await late.giveCode(await codeOf(seed)))).toHaveProperty('code')
  })

  test('takes a recovery code once, however it is written, and says so by mail', async () => {
    const { email, codes, browser } = await withTwoFactor()
    const [code = ''] = codes
    const one = await passwordGiven(email)
    expect(whereTo(await one.giveCode(code.toUpperCase().replace('-', ' ')))).toBe('/account')
    const again = await passwordGiven(email)
    expect(errorsOf(await again.giveCode(code))).toHaveProperty('code')
    expect(await stand(browser)).toEqual({ state: 'on', codesLeft: 9 })
    const subjects = (await world.mailsTo(email)).map(({ subject }) => subject)
    expect(subjects).toContain('A recovery code was used for your Threadr account')
  })

  test('takes no code of somebody else', async () => {
    const [ada, eve] = [await withTwoFactor(), await withTwoFactor()]
    const { giveCode } = await passwordGiven(ada.email)
    expect(errorsOf(await giveCode(await codeOf(eve.seed)))).toHaveProperty('code')
    expect(errorsOf(await giveCode(eve.codes[0] ?? ''))).toHaveProperty('code')
  })
})

describe('with two-factor sign-in on', () => {
  test('new recovery codes replace the old ones', async () => {
    const { email, browser, codes } = await withTwoFactor()
    expect(errorsOf(await send(browser, { intent: 'renew', password: 'wrong' }))).toHaveProperty('password')
    const answer = await send(browser, { intent: 'renew' })
    const fresh = 'data' in answer && 'recoveryCodes' in answer.data ? answer.data.recoveryCodes : []
    const { giveCode } = await passwordGiven(email)
    expect(errorsOf(await giveCode(codes[0] ?? ''))).toHaveProperty('code')
    expect(whereTo(await giveCode(fresh[9] ?? ''))).toBe('/account')
  })

  test('nobody begins anew over it, and it ends with the password', async () => {
    const { email, browser, id } = await withTwoFactor()
    const before = await database.owner.prisma.user.findUniqueOrThrow({ where: { id } })
    await send(browser, { intent: 'begin' })
    expect(await database.owner.prisma.user.findUniqueOrThrow({ where: { id } })).toEqual(before)
    expect(errorsOf(await send(browser, { intent: 'end', password: 'wrong' }))).toHaveProperty('password')
    expect(whereTo(await send(browser, { intent: 'end' }))).toBe('/account?done=two-factor-off')
    expect(whereTo(await world.signIn(world.browser(), { email, password: goodPassword }))).toBe('/threads')
    expect(await database.owner.prisma.recoveryCode.count({ where: { userId: id } })).toBe(0)
  })
})
