import { describe, expect, test } from 'vitest'
import {
  accountWorld,
  errorsOf,
  goodPassword,
  type TestBrowser,
  whereTo,
} from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './account._index/route.tsx'
import { action as forgotAction } from './forgot.tsx'
import { action as resetAction } from './reset.tsx'
import { action as verifyAction, loader as verifyLoader } from './verify.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const send = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(action, '/account?index', { form })
const shown = async (browser: TestBrowser) => (await browser.request(loader, '/account')).data
const isIn = (browser: TestBrowser) =>
  shown(browser).then(
    () => true,
    () => false,
  )

describe('the account page', () => {
  test('is nobody’s who isn’t signed in, for looking and for changing', async () => {
    await expect(shown(world.browser())).rejects.toSatisfy(
      (thrown) => whereTo(thrown) === '/sign-in?next=%2Faccount',
    )
    await expect(send(world.browser(), { intent: 'name', name: 'Eve' })).rejects.toSatisfy(
      (thrown) => whereTo(thrown) === '/sign-in',
    )
  })

  test('is kept by no cache', async () => {
    const { browser } = await world.signedIn()
    const { init } = await browser.request(loader, '/account')
    expect(new Headers(init?.headers).get('Cache-Control')).toBe('private, no-store')
  })

  test('changes the name, and takes nothing else from that form', async () => {
    const { browser, id } = await world.signedIn()
    const other = await world.person()
    const before = await database.owner.prisma.user.findUniqueOrThrow({ where: { id } })
    const more = { userId: other.id, id: other.id, role: 'admin', email: 'eve@example.com', disabledAt: '' }
    expect(whereTo(await send(browser, { intent: 'name', name: ' Ada Holm ', ...more }))).toBe(
      '/account?done=name',
    )
    expect(await database.owner.prisma.user.findUniqueOrThrow({ where: { id } })).toEqual({
      ...before,
      name: 'Ada Holm',
    })
    expect(await shown(browser)).toMatchObject({ name: 'Ada Holm' })
    expect(errorsOf(await send(browser, { intent: 'name', name: ' ' }))).toHaveProperty('name')
    expect(errorsOf(await send(browser, { intent: 'name', name: 'x'.repeat(81) }))).toHaveProperty('name')
    await expect(send(browser, { intent: 'become-admin' })).rejects.toMatchObject({ status: 400 })
  })
})

describe('a new password', () => {
  const change = (browser: TestBrowser, present: string, chosen = 'eight rivers at dawn') =>
    send(browser, { intent: 'password', present, chosen })

  test('takes the present one, signs every other browser out, and is mailed', async () => {
    const { email, browser } = await world.signedIn()
    const other = world.browser()
    await world.signIn(other, { email, password: goodPassword })
    expect(errorsOf(await change(browser, 'wrong'))).toHaveProperty('present')
    expect(errorsOf(await change(browser, goodPassword, 'short'))).toHaveProperty('chosen')
    expect([await isIn(browser), await isIn(other)]).toEqual([true, true])
    expect(whereTo(await change(browser, goodPassword))).toBe('/account?done=password')
    expect([await isIn(browser), await isIn(other)]).toEqual([true, false])
    expect((await world.mailTo(email)).subject).toBe('Your Threadr password has changed')
    errorsOf(await world.signIn(world.browser(), { email, password: goodPassword }))
  })
})

describe('another address', () => {
  const ask = (browser: TestBrowser, email: string, password = goodPassword) =>
    send(browser, { intent: 'email', email, password })
  const confirm = (browser: TestBrowser, token: string) =>
    browser.request(verifyAction, '/verify', { form: { intent: 'change', token } })

  test('holds once it is confirmed, and both addresses are told', async () => {
    const { email, userId, browser } = await world.signedIn()
    expect(errorsOf(await ask(browser, 'ada.new@example.com', 'wrong'))).toHaveProperty('password')
    expect(errorsOf(await ask(browser, 'nonsense'))).toHaveProperty('email')
    expect(whereTo(await ask(browser, 'Ada.New@example.com'))).toBe('/account?done=email-asked')
    expect((await world.mailTo(email)).text).toContain('ada.new@example.com')
    const { token } = await world.mailTo('ada.new@example.com')
    expect((await browser.request(verifyLoader, `/verify?token=${token}`)).data.change).toEqual({
      email: 'ada.new@example.com',
      isOwn: true,
    })
    expect((await shown(browser)).email).toBe(email)
    expect(whereTo(await confirm(browser, token))).toBe('/account?done=email-changed')
    expect((await shown(browser)).email).toBe('ada.new@example.com')
    for (const to of [email, 'ada.new@example.com'])
      expect((await world.mailTo(to)).subject).toBe('Your Threadr address has changed')
    expect(await confirm(browser, token)).toMatchObject({ init: { status: 410 } })
    // Stripe is told by a job, so that whatever becomes of that, the change stands.
    const { rowCount } = await database.owner.pool.query(
      'select 1 from graphile_worker.jobs where key = $1',
      [`tell-address:${userId}`],
    )
    expect(rowCount).toBe(1)
  })

  test('is confirmed by who asked and by nobody else', async () => {
    const { browser } = await world.signedIn()
    const eve = await world.signedIn()
    await ask(browser, 'other@example.com')
    const { token } = await world.mailTo('other@example.com')
    await expect(confirm(world.browser(), token)).rejects.toSatisfy(
      (thrown) => whereTo(thrown) === '/sign-in',
    )
    expect(await confirm(eve.browser, token)).toMatchObject({ init: { status: 410 } })
    expect((await shown(eve.browser)).email).toBe(eve.email)
    expect(whereTo(await confirm(browser, token))).toBe('/account?done=email-changed')
  })

  test('that somebody has is asked for with the same answer, and never given', async () => {
    const { browser, email } = await world.signedIn()
    const other = await world.person()
    expect(whereTo(await ask(browser, other.email))).toBe('/account?done=email-asked')
    expect(await world.mailsTo(other.email)).toEqual([])

    await ask(browser, 'free@example.com')
    const { token } = await world.mailTo('free@example.com')
    await database.owner.prisma.user.update({ where: { id: other.id }, data: { email: 'free@example.com' } })
    expect(errorsOf(await confirm(browser, token)).form).toContain('has an account by now')
    expect((await shown(browser)).email).toBe(email)
  })

  test('is dropped by a new password', async () => {
    const { browser, email } = await world.signedIn()
    await ask(browser, 'eves@example.com')
    const { token } = await world.mailTo('eves@example.com')
    await browser.request(forgotAction, '/forgot', { form: { intent: 'forgot', email } })
    const reset = (await world.mailsTo(email)).find(({ subject }) => subject.includes('new password'))
    await browser.request(resetAction, '/reset', {
      form: { token: reset?.token ?? '', password: 'eight rivers at dawn' },
    })
    expect(await confirm(browser, token)).toMatchObject({ init: { status: 410 } })
    expect((await shown(browser)).email).toBe(email)
  })
})

describe('the list of sessions', () => {
  test('shows where one is signed in, and signs out one, or all others', async () => {
    const { email, browser } = await world.signedIn()
    const others = [world.browser(), world.browser(), world.browser()]
    for (const other of others) await world.signIn(other, { email, password: goodPassword })
    const { sessions } = await shown(browser)
    expect(sessions.map(({ isThis }) => isThis)).toEqual([true, false, false, false])
    expect(sessions[0]).toMatchObject({ device: 'An unknown browser', network: '192.0.2.0/24' })
    expect(JSON.stringify(sessions)).not.toMatch(/[0-9a-f]{64}/)
    await send(browser, { intent: 'end-session', sessionId: sessions[1]?.id ?? '' })
    expect((await Promise.all(others.map(isIn))).filter(Boolean)).toHaveLength(2)
    expect(whereTo(await send(browser, { intent: 'end-others' }))).toBe('/account?done=sessions')
    expect((await Promise.all(others.map(isIn))).filter(Boolean)).toHaveLength(0)
    expect(await isIn(browser)).toBe(true)
  })

  test('ends nobody else’s', async () => {
    const [ada, eve] = [await world.signedIn(), await world.signedIn()]
    const [session] = (await shown(ada.browser)).sessions
    await send(eve.browser, { intent: 'end-session', sessionId: session?.id ?? '' })
    expect(await isIn(ada.browser)).toBe(true)
  })
})
