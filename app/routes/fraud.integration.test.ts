import { describe, expect, test } from 'vitest'
import { recordPaymentFailure } from '#app/features/fraud/record-payment-failure.ts'
import { sweepRanges } from '#app/features/fraud/sign-up-range.ts'
import { days } from '#app/platform/durations.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { goodPassword, type TestBrowser } from '#tests/setup/account-world.ts'
import { signUpWorld } from '#tests/setup/sign-up-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as landingLoader, action as submitAction } from './_index/route.tsx'
import { action as accountAction, loader as accountLoader } from './account._index/route.tsx'
import { action as signOutAction } from './sign-out.ts'
import { action as verifyAction } from './verify.tsx'

const database = cloneTestDatabase()
const world = signUpWorld(database)
const { standingOf } = world
const submit = (browser: TestBrowser) =>
  browser.request(submitAction, '/?index', { form: { source: bridgeArticle } })
const shown = async (browser: TestBrowser) => (await browser.request(accountLoader, '/account')).data
const statusOf = (answer: unknown) =>
  answer instanceof Response ? answer.status : (answer as { init?: { status?: number } }).init?.status

describe('accounts made from one range of addresses', () => {
  test('count from the fourth within a day, more the more there are; none is refused', async () => {
    const range = world.newRange()
    const scores: number[] = []
    const signUp = async (number: number) => {
      const { id } = await world.signedUp(world.browser(range.ip(number)), `range${number}@example.com`)
      scores.push((await standingOf(id)).score)
      return id
    }
    const [first = ''] = [await signUp(1), await signUp(2), await signUp(3), await signUp(4)]
    await world.signedUpFromSameRange(first, 5)
    await signUp(10)
    await world.signedUpFromSameRange(first, 9)
    const last = await signUp(20)
    expect(scores).toEqual([0, 0, 0, 20, 40, 60])
    expect(await standingOf(last)).toMatchObject({ isLimited: true, kinds: ['range'] })
  })

  test('count an IPv6 site as one, and those of long ago, of other ranges and of no network not at all', async () => {
    const ips = [1, 2, 3].map((subnet) => `2001:db8:7:${subnet}::1`)
    for (const [at, ip] of ips.entries()) await world.signedUp(world.browser(ip), `six${at}@example.com`)
    await database.owner.pool.query(`update sign_up_ranges set at = at - interval '25 hours'`)
    const later = await world.signedUp(world.browser('2001:db8:7:9::1'), 'six-later@example.com')
    expect((await standingOf(later.id)).kinds).toEqual([])
    const next = await world.signedUp(world.browser('2001:db8:7:a::1'), 'six-next@example.com')
    expect((await standingOf(next.id)).entries).toMatchObject([{ kind: 'range', count: 2, score: 0 }])
    const other = await world.signedUp(world.browser('2001:db8:8::1'), 'six-other@example.com')
    expect((await standingOf(other.id)).kinds).toEqual([])
    for (const at of [1, 2]) {
      const { id } = await world.signedUp(world.browser('10.0.0.9'), `inside${at}@example.com`)
      expect((await standingOf(id)).kinds).toEqual([])
    }
  })

  test('are each counted where their sign-ups are looked at at once', async () => {
    const range = world.newRange()
    const people = []
    for (let made = 1; made <= 6; made += 1)
      people.push(await world.confirmed(world.browser(range.ip(made)), `once${made}@example.com`))
    await world.assessAll({ atOnce: true })
    const counts = await Promise.all(
      people.map(async ({ id }) => (await standingOf(id)).entries.map(({ count }) => count)),
    )
    expect(counts.flat().sort()).toEqual([2, 3, 4, 5, 6])
  })

  test('stand there under a key, and go when their time is over', async () => {
    const ip = world.newRange().ip(9)
    const { id: userId } = await world.signedUp(world.browser(ip), 'kept-range@example.com')
    const kept = await database.owner.prisma.signUpRange.findUniqueOrThrow({ where: { userId } })
    expect(kept.rangeKey).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{64}$/)
    const { prisma } = database.owner
    await sweepRanges(prisma, 7, new Date(Date.now() + days(6)))
    expect(await prisma.signUpRange.count({ where: { userId } })).toBe(1)
    await sweepRanges(prisma, 7, new Date(Date.now() + days(8)))
    expect(await prisma.signUpRange.count()).toBe(0)
  })
})

describe('many accounts in one browser', () => {
  test('count from the third, whatever network each is made from', async () => {
    const browser = world.browser()
    const scores: number[] = []
    for (let made = 1; made <= 6; made += 1) {
      const { id } = await world.signedUp(browser, `browser${made}@example.com`)
      scores.push((await standingOf(id)).score)
      await browser.request(signOutAction, '/sign-out', { form: {} })
      await database.owner.pool.query('delete from sign_up_ranges')
    }
    expect(scores).toEqual([0, 0, 20, 40, 40, 60])
  })
})

describe('an account with a mailbox to throw away', () => {
  test('gets in, is told by mail and on its page what is limited and how that ends, and has three threads a day', async () => {
    const browser = world.browser()
    const { id } = await world.signedUp(browser, 'one@mailinator.com')
    expect(await standingOf(id)).toMatchObject({ isLimited: true, score: 50 })
    const told = /mailboxes to be thrown away.*Change it to a lasting one.*help@threadr\.example/
    expect((await shown(browser)).limit).toEqual({
      what: 'For now your account has 3 threads a day',
      why: expect.stringMatching(told),
    })
    expect((await world.mailTo('one@mailinator.com')).text).toMatch(told)
    const notice = async () => (await browser.request(landingLoader, '/')).data.quota
    expect(await notice()).toMatch(/^For now your account has 3 threads a day; 3 are left for today\./)

    const statuses = []
    for (let made = 0; made < 4; made += 1) statuses.push(statusOf(await submit(browser)))
    expect(statuses).toEqual([302, 302, 302, 429])
    expect(await notice()).toMatch(/3 threads a day, and those for today are used up/)
    // The next day has three more, of the twenty of the month.
    await database.owner.pool.query(
      `update quota_usage set subject = 'limited:yesterday' where subject like 'limited:' || $1 || '%'`,
      [id],
    )
    expect(statusOf(await submit(browser))).toBe(302)
    await database.owner.pool.query(`update quota_usage set used = 20 where subject = 'user:' || $1`, [id])
    expect(statusOf(await submit(browser))).toBe(429)
    expect(await notice()).toMatch(/^Your plan has 20 threads a month, and those for this month are used up/)
  })

  test('has all of its plan again by confirming a lasting address, by itself', async () => {
    const person = await world.limitedPerson()
    const change = async (email: string) => {
      const form = { intent: 'email', email, password: goodPassword }
      await person.browser.request(accountAction, '/account', { form })
      const { token } = await world.mailTo(email)
      await person.browser.request(verifyAction, '/verify', { form: { intent: 'change', token } })
      await world.assessAll()
    }
    await change('another@yopmail.com')
    expect(await standingOf(person.id)).toMatchObject({ isLimited: true, kinds: ['disposable-address'] })
    await change('lasting@example.com')
    expect(await standingOf(person.id)).toMatchObject({
      isLimited: false,
      score: 0,
      kinds: ['disposable-address', 'lasting-address'],
    })
    expect((await shown(person.browser)).limit).toBeNull()
    await change('third@mailinator.com')
    expect(await standingOf(person.id)).toMatchObject({ isLimited: true, score: 50 })
  })
})

describe('failed payments', () => {
  const failed = (userId: string, reference: string) =>
    recordPaymentFailure({ prisma: database.app.prisma, ...world.telling }, { userId, reference })

  test('count each invoice once however often it is told, and limit an account with what else there is', async () => {
    const { id } = await world.person()
    for (const reference of ['in_1', 'in_1', 'in_2', 'in_2', 'in_2']) await failed(id, reference)
    expect(await standingOf(id)).toMatchObject({ score: 0, kinds: Array(2).fill('payment-failed') })
    await Promise.all(['in_3', 'in_3', 'in_3'].map((reference) => failed(id, reference)))
    expect(await standingOf(id)).toMatchObject({ isLimited: false, score: 40 })
    for (const reference of ['in_4', 'in_5', 'in_6']) await failed(id, reference)
    expect(await standingOf(id)).toMatchObject({ isLimited: true, score: 60 })
    expect((await standingOf(id)).kinds).toHaveLength(6)
  })

  test('of an account that is gone are nothing', async () => {
    await failed('019ab000-0000-7000-8000-00000000dead', 'in_1')
  })
})

describe('looking at a sign-up', () => {
  test('that fails stops nobody, and is done when it can be', async () => {
    const browser = world.browser()
    const { pool } = database.owner
    await pool.query('alter table risk_entries rename to out_of_reach')
    const { id } = await world.confirmed(browser, 'during@mailinator.com')
    await expect(world.assessAll()).rejects.toThrow()
    expect(statusOf(await submit(browser))).toBe(302)
    await pool.query('alter table out_of_reach rename to risk_entries')
    await world.assessAll()
    expect(await standingOf(id)).toMatchObject({ isLimited: true })
  })

  test('writes down what nobody changes afterwards, and what goes with the account', async () => {
    const { id } = await world.limitedPerson()
    for (const statement of ['update risk_entries set score = 0', 'delete from risk_entries'])
      await expect(database.app.pool.query(statement)).rejects.toThrow('permission denied')
    await expect(database.owner.pool.query('update risk_entries set score = 0')).rejects.toThrow(
      'never changed',
    )
    await database.owner.prisma.user.delete({ where: { id } })
    expect(await database.owner.prisma.riskEntry.count({ where: { userId: id } })).toBe(0)
    expect(await database.owner.prisma.signUpRange.count({ where: { userId: id } })).toBe(0)
  })

  test('says nothing of a limit where threads aren’t counted', async () => {
    const { email } = await world.limitedPerson()
    const uncounted = world.browser(undefined, { QUOTAS: '0' })
    await world.signIn(uncounted, { email, password: goodPassword })
    expect((await shown(uncounted)).limit).toBeNull()
  })
})
