import { describe, expect, test } from 'vitest'
import {
  accountWorld,
  errorsOf,
  goodPassword,
  type TestBrowser,
  whereTo,
} from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { action, loader } from './sign-up.tsx'
import { action as verifyAction, loader as verifyLoader } from './verify.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)

const signUp = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(action, '/sign-up', { form: { intent: 'sign-up', password: goodPassword, ...form } })
const verify = (browser: TestBrowser, token: string, form: Record<string, string> = {}) =>
  browser.request(verifyAction, '/verify', { form: { intent: 'sign-up', token, ...form } })
const accountsOf = (email: string) => database.owner.prisma.user.count({ where: { email } })

describe('signing up', () => {
  test('mails a link, and its confirmation makes the account and signs in', async () => {
    const browser = world.browser()
    await browser.request(loader, '/sign-up')
    const answer = await signUp(browser, { email: ' Ada@Example.com ' })
    expect(answer).toMatchObject({ data: { sentTo: 'ada@example.com' } })
    expect(await accountsOf('ada@example.com')).toBe(0)
    const { token, text } = await world.mailTo('ada@example.com')
    expect(text).toContain(`https://threadr.example/verify?token=${token}`)

    // Looking at the link, as mail programs do, changes nothing.
    for (const reader of [world.browser(), browser, browser]) {
      const page = await reader.request(verifyLoader, `/verify?token=${token}`)
      expect(page.data.signUp).toEqual({ email: 'ada@example.com', isSameBrowser: reader === browser })
    }
    expect(await accountsOf('ada@example.com')).toBe(0)

    const subjects = async () => (await world.mailsTo('ada@example.com')).map(({ subject }) => subject)
    expect(await subjects()).toEqual(['Confirm your address for Threadr'])
    expect(whereTo(await verify(browser, token))).toBe('/threads')
    expect((await subjects())[0]).toBe('Your Threadr account is ready')
    const { data } = await browser.request(accountLoader, '/account')
    expect(data).toMatchObject({ email: 'ada@example.com', name: 'ada' })
    expect(await verify(browser, token)).toMatchObject({ init: { status: 410 } })
    expect(await subjects()).toHaveLength(2)
    const { passwordHash } = await database.owner.prisma.user.findUniqueOrThrow({
      where: { email: 'ada@example.com' },
    })
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=(19456|\d{6,}),t=[2-9],p=1\$/)
  })

  test('answers the same for an address that has an account, and tells its owner instead', async () => {
    const who = await world.person()
    const [known, unknown] = [
      await signUp(world.browser(), who),
      await signUp(world.browser(), { email: 'new@example.com' }),
    ]
    const shapeOf = (answer: object) => JSON.stringify(answer).replaceAll(/"[^"]*@example.com"/g, 'ADDRESS')
    const withoutCookie = (answer: typeof known) => ('data' in answer ? answer.data : answer)
    expect(shapeOf(withoutCookie(known))).toBe(shapeOf(withoutCookie(unknown)))
    const mail = await world.mailTo(who.email)
    expect(mail).toMatchObject({ subject: 'You already have a Threadr account', token: '' })
    // And its password is still the one it was.
    expect(whereTo(await world.signIn(world.browser(), who))).toBe('/threads')
  })

  test('in another browser takes the password that was chosen, and five wrong ones end it', async () => {
    await signUp(world.browser(), { email: 'bo@example.com' })
    const { token } = await world.mailTo('bo@example.com')
    const phone = world.browser()
    expect(errorsOf(await verify(phone, token))).toHaveProperty('password')
    expect(errorsOf(await verify(phone, token, { password: 'somebody else’s' }))).toHaveProperty('password')
    expect(await accountsOf('bo@example.com')).toBe(0)
    expect(whereTo(await verify(phone, token, { password: goodPassword }))).toBe('/threads')

    await signUp(world.browser(), { email: 'victim@example.com' })
    const victim = await world.mailTo('victim@example.com')
    for (let tries = 0; tries < 5; tries += 1)
      errorsOf(await verify(phone, victim.token, { password: `wrong password ${tries}` }))
    const late = await verify(phone, victim.token, { password: goodPassword })
    expect(late).toMatchObject({ init: { status: 410 } })
    expect(await accountsOf('victim@example.com')).toBe(0)
  })

  test('of two for one address the first to be confirmed counts', async () => {
    const [one, other] = [world.browser(), world.browser()]
    await signUp(one, { email: 'twice@example.com' })
    const first = await world.mailTo('twice@example.com')
    await signUp(other, { email: 'twice@example.com' })
    const second = await world.mailTo('twice@example.com')
    expect(whereTo(await verify(one, first.token))).toBe('/threads')
    expect(errorsOf(await verify(other, second.token)).form).toContain('has an account by now')
  })

  test('of the same link confirmed twenty times at once one counts', async () => {
    const browser = world.browser()
    await signUp(browser, { email: 'many@example.com' })
    const { token } = await world.mailTo('many@example.com')
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(browser, token)))
    expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(1)
    expect(await accountsOf('many@example.com')).toBe(1)
  })

  test('a link is over after 24 hours', async () => {
    const browser = world.browser()
    await signUp(browser, { email: 'late@example.com' })
    const { token } = await world.mailTo('late@example.com')
    await database.owner.pool.query(
      `update account_requests set expires_at = now() where email = 'late@example.com'
       and expires_at between now() + interval '23 hours 55 minutes' and now() + interval '24 hours'`,
    )
    expect((await browser.request(verifyLoader, `/verify?token=${token}`)).data.signUp).toBeNull()
    expect(await verify(browser, token)).toMatchObject({ init: { status: 410 } })
  })

  test.each([
    ['no address', { email: 'nonsense' }, 'email'],
    ['no password', { password: '' }, 'password'],
    ['seven characters', { password: '1a2b3cⓓ' }, 'password'],
    ['129 characters', { password: 'x1y2z3 '.repeat(19) }, 'password'],
    ['what everybody tries', { password: 'iloveyou1' }, 'password'],
    ['the same in capitals', { password: 'ILoveYou1' }, 'password'],
    ['the address itself', { password: 'someone@example.com' }, 'password'],
  ])('refuses %s at its field, and writes nothing', async (_, form, field) => {
    const before = await database.owner.prisma.accountRequest.count()
    const answer = await signUp(world.browser(), { email: 'someone@example.com', ...form })
    expect(Object.keys(errorsOf(answer))).toEqual([field])
    expect(await database.owner.prisma.accountRequest.count()).toBe(before)
  })

  test('tells all that is wrong at once, each at its field, and gives back the address as it was typed', async () => {
    const answer = await signUp(world.browser(), { email: 'Nonsense', password: 'short' })
    expect(errorsOf(answer)).toEqual({
      email: expect.stringContaining('not an email address'),
      password: 'Use 8 characters or more.',
    })
    expect(answer).toMatchObject({ data: { values: { email: 'Nonsense' } } })
  })

  test.each(['👩‍🚀🌉🌁🛰️🪢', '日本語の橋は長い', 'x1y2z3 '.repeat(18)])(
    'takes the password %s',
    async (password) => {
      const answer = await signUp(world.browser(), { email: 'any@example.com', password })
      expect(answer).toMatchObject({ data: { sentTo: 'any@example.com' } })
    },
  )

  test('gives nobody a role or another’s id by a form', async () => {
    const browser = world.browser()
    const other = await world.person()
    await signUp(browser, {
      email: 'mass@example.com',
      role: 'admin',
      userId: other.id,
      id: other.id,
      emailVerifiedAt: '1',
    })
    const { token } = await world.mailTo('mass@example.com')
    await verify(browser, token, { role: 'admin', userId: other.id })
    expect((await browser.request(accountLoader, '/account')).data.email).toBe('mass@example.com')
  })
})
