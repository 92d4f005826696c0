import { describe, expect, test } from 'vitest'
import { accountWorld, errorsOf, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { disableUser } from '#tests/setup/disable-user.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { action as forgotAction } from './forgot.tsx'
import { action as resetAction, loader as resetLoader } from './reset.tsx'
import { action as codeAction } from './sign-in_.code.tsx'
import { action as linkAction, loader as linkLoader } from './sign-in_.link.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const newPassword = 'eight rivers at dawn'

const forgot = (browser: TestBrowser, email: string) =>
  browser.request(forgotAction, '/forgot', { form: { intent: 'forgot', email } })
const reset = (browser: TestBrowser, token: string, password = newPassword) =>
  browser.request(resetAction, '/reset', { form: { intent: 'reset', token, password } })
const isIn = (browser: TestBrowser) =>
  browser.request(accountLoader, '/account').then(
    () => true,
    () => false,
  )
const expire = (email: string) =>
  database.owner.pool.query(
    `update account_requests set expires_at = now() where email = $1 and expires_at <= now() + interval '10 minutes'`,
    [email],
  )

async function askForCode(browser: TestBrowser, email: string) {
  const answer = await browser.request(codeAction, '/sign-in/code', { form: { intent: 'address', email } })
  const page = new URL(whereTo(answer), 'http://localhost')
  const giveCode = (code: string, inBrowser = browser) =>
    inBrowser.request(codeAction, '/sign-in/code', {
      form: { intent: 'code', code, request: page.searchParams.get('request') ?? '' },
    })
  return { page, giveCode }
}

describe('a forgotten password', () => {
  test('is replaced by a mailed link, once, and every other browser is signed out', async () => {
    const { email, password, browser } = await world.signedIn()
    const other = world.browser()
    await forgot(other, email)
    const { token, text } = await world.mailTo(email)
    expect(text).toContain('https://threadr.example/reset?token=')
    expect(JSON.stringify(await database.owner.prisma.accountRequest.findMany())).not.toContain(token)
    expect((await other.request(resetLoader, `/reset?token=${token}`)).data.email).toBe(email)

    expect(errorsOf(await reset(other, token, 'password1'))).toHaveProperty('password')
    expect(whereTo(await reset(other, token))).toBe('/threads')
    expect([await isIn(other), await isIn(browser)]).toEqual([true, false])
    expect(await reset(other, token, 'nine lakes at noon')).toMatchObject({ init: { status: 410 } })
    errorsOf(await world.signIn(browser, { email, password }))
    expect(whereTo(await world.signIn(browser, { email, password: newPassword }))).toBe('/threads')
    expect((await world.mailsTo(email)).map(({ subject }) => subject)).toContain(
      'Your Threadr password has changed',
    )
  })

  test('drops what else was mailed before', async () => {
    const { email } = await world.person()
    const browser = world.browser()
    await forgot(browser, email)
    await forgot(browser, email)
    const { giveCode } = await askForCode(browser, email)
    const [code, second, first] = await world.mailsTo(email)
    await reset(browser, second?.token ?? '')
    expect(await reset(browser, first?.token ?? '')).toMatchObject({ init: { status: 410 } })
    expect(errorsOf(await giveCode(code?.code ?? ''))).toHaveProperty('code')
  })

  test('has 10 minutes', async () => {
    const { email } = await world.person()
    const browser = world.browser()
    await forgot(browser, email)
    const { token } = await world.mailTo(email)
    await expire(email)
    expect((await browser.request(resetLoader, `/reset?token=${token}`)).data.email).toBeNull()
    expect(await reset(browser, token)).toMatchObject({ init: { status: 410 } })
  })

  test('is asked for with the same answer and the same work whether the address has an account', async () => {
    const { email } = await world.person()
    const rows = () => database.owner.prisma.accountRequest.count()
    const jobs = async () =>
      Number((await database.owner.pool.query('select count(*) from graphile_worker.jobs')).rows[0].count)
    const seen = []
    for (const address of [email, 'stranger@example.com']) {
      const before = [await rows(), await jobs()]
      const answer = await forgot(world.browser(), address)
      const after = [await rows(), await jobs()]
      expect(answer).toMatchObject({ data: { sentTo: address } })
      seen.push(after.map((count, index) => count - (before[index] ?? 0)))
    }
    expect(seen).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(await world.mailsTo('stranger@example.com')).toEqual([])
  })

  test('of two who use one link at once one counts', async () => {
    const { email } = await world.person()
    const browser = world.browser()
    await forgot(browser, email)
    const { token } = await world.mailTo(email)
    const answers = await Promise.all([
      reset(browser, token),
      reset(world.browser(), token, 'nine lakes at noon'),
    ])
    expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(1)
  })
})

describe('a mailed code', () => {
  test('signs in once, in the browser that asked', async () => {
    const { email } = await world.person()
    const browser = world.browser()
    const { giveCode } = await askForCode(browser, email)
    const { code } = await world.mailTo(email)
    expect(errorsOf(await giveCode(code, world.browser()))).toHaveProperty('code')
    expect(whereTo(await giveCode(` ${code.slice(0, 3)} ${code.slice(3)}`))).toBe('/threads')
    expect(await isIn(browser)).toBe(true)
    expect(errorsOf(await giveCode(code))).toHaveProperty('code')
    const rows = JSON.stringify(await database.owner.prisma.accountRequest.findMany({ where: { email } }))
    expect(rows).not.toContain(code)
  })

  test('may be guessed five times, however many try at once', async () => {
    const { email } = await world.person()
    const browser = world.browser()
    const { giveCode } = await askForCode(browser, email)
    const { code } = await world.mailTo(email)
    const wrong = Array.from({ length: 12 }, (_, index) =>
      String((Number(code) + index + 1) % 1e6).padStart(6, '0'),
    )
    for (const answer of await Promise.all(wrong.map((guess) => giveCode(guess)))) errorsOf(answer)
    expect(errorsOf(await giveCode(code))).toHaveProperty('code')
    const row = await database.owner.prisma.accountRequest.findFirstOrThrow({ where: { email } })
    expect(row.tries).toBe(5)
  })

  test('has 10 minutes, and none for who is disabled meanwhile', async () => {
    const { email } = await world.person()
    const browser = world.browser()
    const late = await askForCode(browser, email)
    const { code } = await world.mailTo(email)
    await expire(email)
    expect(errorsOf(await late.giveCode(code))).toHaveProperty('code')

    const disabled = await world.person()
    const asked = await askForCode(browser, disabled.email)
    const mail = await world.mailTo(disabled.email)
    await disableUser({ prisma: database.owner.prisma, redis: browser.redis }, disabled.id)
    expect(errorsOf(await asked.giveCode(mail.code))).toHaveProperty('code')
    expect(await browser.request(linkAction, '/sign-in/link', { form: { token: mail.token } })).toMatchObject(
      {
        init: { status: 410 },
      },
    )
  })

  test('that nobody was sent is answered like a wrong one', async () => {
    const { email } = await world.person()
    const known = await askForCode(world.browser(), email)
    const unknown = await askForCode(world.browser(), 'stranger@example.com')
    await world.mailTo(email)
    expect(unknown.page.pathname).toBe(known.page.pathname)
    expect(errorsOf(await unknown.giveCode('000000'))).toEqual(errorsOf(await known.giveCode('0000000')))
  })
})

describe('a mailed link that signs in', () => {
  test('takes a press of its button, in any browser, once', async () => {
    const { email } = await world.person()
    await askForCode(world.browser(), email)
    const { token } = await world.mailTo(email)
    const phone = world.browser()
    for (let looks = 0; looks < 2; looks += 1)
      expect((await phone.request(linkLoader, `/sign-in/link?token=${token}`)).data).toMatchObject({
        email,
        isSameBrowser: false,
      })
    expect(await isIn(phone)).toBe(false)
    const press = () => phone.request(linkAction, '/sign-in/link', { form: { token } })
    expect(whereTo(await press())).toBe('/threads')
    expect(await isIn(phone)).toBe(true)
    expect(await press()).toMatchObject({ init: { status: 410 } })
    expect((await phone.request(linkLoader, '/sign-in/link?token=nonsense')).data.email).toBeNull()
  })
})
