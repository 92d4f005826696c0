import { describe, expect, test } from 'vitest'
import { errorsOf, goodPassword } from '#tests/setup/account-world.ts'
import { providerWorld } from '#tests/setup/provider-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as landingAction } from './_index/route.tsx'
import { loader as accountLoader } from './account._index/route.tsx'
import { loader as activityLoader } from './account.activity/route.tsx'
import { loader as signInLoader } from './sign-in.tsx'
import { action as signUpAction, loader as signUpLoader } from './sign-up.tsx'
import { loader as threadsLoader } from './threads._index/route.tsx'
import { action as verifyAction } from './verify.tsx'

const database = cloneTestDatabase()
const world = providerWorld(database)
const db = () => database.owner.prisma
const providers = ['github', 'google'] as const

const userOf = (email: string) =>
  db().user.findUnique({ where: { email }, include: { connectedAccounts: true, sessions: true } })
const suspend = (email: string) => db().user.update({ where: { email }, data: { disabledAt: new Date() } })

describe('signing in through a provider', () => {
  test('is offered where its keys are set, on both pages, and nowhere else', async () => {
    for (const [loader, path] of [
      [signInLoader, '/sign-in'],
      [signUpLoader, '/sign-up'],
    ] as const) {
      const shown = async (variables: Record<string, string>) =>
        (await world.browser(variables).request<Awaited<ReturnType<typeof loader>>>(loader, path)).data
          .providers
      expect(await shown({})).toMatchObject([{ title: 'GitHub' }, { title: 'Google' }])
      expect(await shown({ GITHUB_CLIENT_ID: '', GITHUB_CLIENT_SECRET: '' })).toMatchObject([
        { title: 'Google', action: '/sign-in/google' },
      ])
    }
    const without = world.browser({ GITHUB_CLIENT_ID: '', GITHUB_CLIENT_SECRET: '' })
    await expect(world.setOut(without, 'github')).rejects.toMatchObject({ status: 404 })
    await expect(world.comeBack(without, 'github', '/sign-in/github/callback')).rejects.toMatchObject({
      status: 404,
    })
  })

  test.each(providers)(
    '%s: makes an account with the proven address, and is found again by it',
    async (provider) => {
      const { id, email } = world.somebody()
      const browser = world.browser()
      expect(await world.go(browser, provider, { next: '/sources?kind=web' })).toBe('/sources?kind=web')
      const person = await userOf(email)
      expect(person).toMatchObject({ email, passwordHash: null, role: 'user', sessions: [{}] })
      expect(person?.connectedAccounts).toMatchObject([{ provider, providerUserId: String(id) }])
      // The same person by another address, in another browser: their number is what counts.
      world.fake().person = { id, email: `new.${email}`, verified: true }
      const elsewhere = world.browser()
      expect(await world.go(elsewhere, provider)).toBe('/threads')
      expect((await elsewhere.request(accountLoader, '/account')).data).toMatchObject({ email })
      expect(await userOf(`new.${email}`)).toBeNull()
      expect((await world.mailTo(email)).subject).toBe('A new browser signed in to your Threadr account')
      const { events } = (await elsewhere.request(activityLoader, '/account/activity')).data
      expect(events.map(({ what }) => what)).toEqual(['Signed in', 'Signed in', 'Account made'])
    },
  )

  test('keeps nothing of the provider’s but the person’s number', async () => {
    const { email } = world.somebody()
    await world.go(world.browser(), 'github')
    const { rows } = await database.owner.pool.query(
      'select * from connected_accounts c join users u on u.id = c.user_id where u.email = $1',
      [email],
    )
    const token = world.fake().tokens().at(-1) ?? 'none was given'
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(await db().accountRequest.findMany())).not.toContain(token)
  })

  test('takes what the browser wrote before along', async () => {
    world.somebody()
    const browser = world.browser()
    await browser.request(landingAction, '/?index', {
      form: { source: 'The bridge over the river was opened in 1905. '.repeat(12) },
    })
    const listed = async () => (await browser.request(threadsLoader, '/threads')).data.rows.length
    expect(await listed()).toBe(1)
    await world.go(browser, 'github')
    expect(await listed()).toBe(1)
    const { userId } = await db().thread.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(userId).not.toBeNull()
  })

  test('always begins a new session, and ends the one that the browser got meanwhile', async () => {
    const { email } = world.somebody()
    const browser = world.browser()
    const page = await world.setOut(browser, 'github')
    const other = await world.person()
    await world.signIn(browser, other)
    const cookieOf = () => [...browser.jar].find(([name]) => name.startsWith('session'))?.[1]
    const before = cookieOf()
    expect(await world.comeBack(browser, 'github', await world.allow(page))).toBe('/threads')
    expect(cookieOf()).not.toBe(before)
    expect(await db().session.count({ where: { userId: other.userId } })).toBe(0)
    expect((await browser.request(accountLoader, '/account')).data).toMatchObject({ email })
  })

  test('asks for the second factor where the account has one', async () => {
    const { email } = world.somebody()
    await world.go(world.browser(), 'github')
    await db().user.update({ where: { email }, data: { totpSeed: 'sealed', totpSince: new Date() } })
    const elsewhere = world.browser()
    expect(await world.go(elsewhere, 'github', { next: '/api' })).toMatch(
      /^\/sign-in\/two-factor\?request=[0-9a-f-]{36}&next=%2Fapi$/,
    )
    await expect(elsewhere.request(accountLoader, '/account')).rejects.toBeInstanceOf(Response)
  })

  test('refuses who is suspended, known or by their address, and leads nowhere but to our own pages', async () => {
    const { email } = world.somebody()
    expect(await world.go(world.browser(), 'google', { next: '//evil.example' })).toBe('/threads')
    await suspend(email)
    const browser = world.browser()
    const place = await world.go(browser, 'google')
    expect(place).toContain('/sign-in?problem=account-disabled')
    expect((await browser.request(signInLoader, place)).data.problem?.title).toBe(
      'This account can’t be used.',
    )
    const other = await world.person()
    await suspend(other.email)
    world.somebody({ email: other.email, hd: 'example.com' })
    expect(await world.go(world.browser(), 'google')).toContain('problem=account-disabled')
    expect((await userOf(other.email))?.connectedAccounts).toEqual([])
  })

  test('counts as a sign-up where it makes an account', async () => {
    const limited = (ip: string) => world.browser({ LIMITS_FACTOR: '1', ip })
    const ip = '198.51.100.77'
    for (let count = 0; count < 40; count += 1) {
      await limited(ip)
        .context()
        .limits.take('sign-up', { ip, identifier: `class${count}@example.com` })
    }
    const { email } = world.somebody()
    await expect(world.go(limited(ip), 'github')).rejects.toMatchObject({ status: 429 })
    expect(await userOf(email)).toBeNull()
    expect(await world.go(limited('198.51.100.78'), 'github')).toBe('/threads')
    expect(await world.go(limited(ip), 'github')).toBe('/threads')
  })
})

describe('somebody unknown whose address has an account', () => {
  test('of a mailbox that the provider runs: is let in and connected, and told', async () => {
    const { userId, email } = await world.person()
    world.somebody({ email: email.toUpperCase(), hd: 'example.com' })
    expect(await world.go(world.browser(), 'google')).toBe('/threads')
    expect(await db().connectedAccount.count({ where: { userId } })).toBe(1)
    expect((await world.mailTo(email)).subject).toBe('Google is connected to your Threadr account')
    // Their password goes on as before.
    expect(await world.signIn(world.browser(), { email, password: goodPassword })).toBeInstanceOf(Response)
  })

  test.each(providers)('%s has only seen it proven: signs in first, then connects', async (provider) => {
    const { email, userId } = await world.person()
    world.somebody({ email })
    const browser = world.browser()
    const place = await world.go(browser, provider)
    expect(place).toBe(`/sign-in?problem=account-exists&provider=${provider}&next=%2Faccount`)
    const { problem, next } = (await browser.request(signInLoader, place)).data
    expect(problem?.title).toMatch(/^There is an account with your address at (GitHub|Google)\.$/)
    expect(next).toBe('/account')
    expect(await db().connectedAccount.count({ where: { userId } })).toBe(0)
    expect(await db().session.count({ where: { userId } })).toBe(0)
  })

  test('is not let past a second factor, nor beside another of the same provider', async () => {
    const { email, userId } = await world.person()
    world.somebody({ email, hd: 'example.com' })
    await db().user.update({ where: { email }, data: { totpSeed: 'sealed', totpSince: new Date() } })
    expect(await world.go(world.browser(), 'google')).toContain('problem=account-exists')
    await db().user.update({ where: { email }, data: { totpSeed: null, totpSince: null } })
    expect(await world.go(world.browser(), 'google')).toBe('/threads')
    world.somebody({ email, hd: 'example.com' })
    expect(await world.go(world.browser(), 'google')).toContain('problem=account-exists')
    expect(await db().connectedAccount.count({ where: { userId } })).toBe(1)
  })

  test('finds no account that somebody else prepared: a sign-up that was never confirmed gives nothing', async () => {
    const { email } = world.somebody()
    const eve = world.browser()
    await eve.request(signUpAction, '/sign-up', {
      form: { intent: 'sign-up', email, password: goodPassword },
    })
    const { token } = await world.mailTo(email)
    expect(await world.go(world.browser(), 'github')).toBe('/threads')
    expect(await userOf(email)).toMatchObject({ passwordHash: null })
    expect(errorsOf(await world.signIn(eve, { email, password: goodPassword }))).toHaveProperty('password')
    expect(
      errorsOf(await eve.request(verifyAction, '/verify', { form: { intent: 'sign-up', token } })).form,
    ).toContain('has an account by now')
    expect(await userOf(email)).toMatchObject({ passwordHash: null })
  })
})
