import { describe, expect, test } from 'vitest'
import { assessAccount } from '#app/features/fraud/assess-account.ts'
import { readCases } from '#app/features/fraud/read-cases.ts'
import { recordPaymentFailure } from '#app/features/fraud/record-payment-failure.ts'
import { goodPassword, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { signUpWorld } from '#tests/setup/sign-up-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { loader as activityLoader } from './account.activity/route.tsx'
import { action, loader } from './admin.review/route.tsx'
import { action as userAction, loader as userLoader } from './admin.users.$userId/route.tsx'

const database = cloneTestDatabase()
const world = signUpWorld(database)
const { standingOf } = world

const queue = async (browser: TestBrowser) => (await browser.request(loader, '/admin/review')).data
const seenOf = async (browser: TestBrowser, userId: string) => {
  const { open, kept } = await queue(browser)
  return [...open, ...kept].find((each) => each.userId === userId)?.seen ?? ''
}
const send = (browser: TestBrowser, intent: string, userId: string, seen: string) =>
  browser.request(action, '/admin/review', { form: { intent, userId, seen } })
/** What is decided by who has just looked. */
const decide = async (browser: TestBrowser, intent: string, userId: string) =>
  send(browser, intent, userId, await seenOf(browser, userId))
const deedsOn = async (subjectId: string) =>
  (
    await database.owner.prisma.auditEvent.findMany({
      where: { subjectId, action: { startsWith: 'user.' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ action: what, actorId }) => ({ what, actorId }))
const failPayments = async (userId: string, count: number) => {
  for (let made = 0; made < count; made += 1)
    await recordPaymentFailure(
      { prisma: database.app.prisma, ...world.telling },
      { userId, reference: `in_${userId}_${made}` },
    )
}
const changed = (message: RegExp) => ({
  init: { status: 409 },
  data: { errors: { form: expect.stringMatching(message) } },
})

describe('the accounts to review', () => {
  test('stand there with their score and reasons, the highest first, those that were kept last', async () => {
    const admin = await world.signedIn({ role: 'admin' })
    const [kept, low, high] = [
      await world.limitedPerson(),
      await world.limitedPerson(),
      await world.limitedPerson(),
    ]
    await failPayments(high.id, 3)
    await failPayments(kept.id, 6)
    await decide(admin.browser, 'kept', kept.id)
    const shown = await queue(admin.browser)
    expect(shown.open.map(({ userId, score }) => ({ userId, score }))).toEqual([
      { userId: high.id, score: 90 },
      { userId: low.id, score: 50 },
    ])
    expect(shown.kept).toMatchObject([{ userId: kept.id, score: 100, keptAt: expect.any(String) }])
    expect(shown.open[0]).toMatchObject({
      email: high.email,
      threads: 0,
      reasons: [
        'Its address is of a provider of mailboxes to be thrown away.',
        '3 payments failed within 30 days.',
      ],
    })
    const { cases, hasMore } = await readCases(database.app.pool, { size: 2 })
    expect({ cases: cases.length, hasMore }).toEqual({ cases: 2, hasMore: true })
    for (const { id } of [kept, low, high]) await decide(admin.browser, 'cleared', id)
    expect(await queue(admin.browser)).toMatchObject({ open: [], kept: [] })
  })

  test('are shown on the page of each account too', async () => {
    const [support, person] = [await world.signedIn({ role: 'support' }), await world.limitedPerson()]
    const look = async () =>
      (
        await support.browser.request(userLoader, `/admin/users/${person.id}`, {
          params: { userId: person.id },
        })
      ).data.user
    expect(await look()).toMatchObject({
      limit: { score: 50, reasons: [expect.stringContaining('thrown away')] },
      plan: { name: 'limited', threads: 3, per: 'day', left: 3 },
    })
    await decide(support.browser, 'cleared', person.id)
    expect(await look()).toMatchObject({ limit: null, plan: { name: 'free', left: 20 } })
  })

  test('are nobody’s but support’s and admins’, and only admins suspend', async () => {
    const [person, user] = [await world.limitedPerson(), await world.signedIn()]
    const support = await world.signedIn({ role: 'support' })
    const seen = await seenOf(support.browser, person.id)
    for (const browser of [world.browser(), user.browser, person.browser]) {
      await expect(queue(browser)).rejects.toMatchObject({ status: 404 })
      for (const intent of ['cleared', 'kept', 'suspended'])
        await expect(send(browser, intent, person.id, seen)).rejects.toMatchObject({ status: 404 })
    }
    await expect(send(support.browser, 'suspended', person.id, seen)).rejects.toMatchObject({ status: 403 })
    expect((await queue(support.browser)).open).toMatchObject([{ mayReview: true, maySuspend: false }])
    expect(await standingOf(person.id)).toMatchObject({ isLimited: true, kinds: ['disposable-address'] })
    await decide(support.browser, 'cleared', person.id)
  })
})

describe('a decision', () => {
  test('to clear ends the limit, settles what was known, and is told to the person without a name', async () => {
    const [support, person] = [await world.signedIn({ role: 'support' }), await world.limitedPerson()]
    await failPayments(person.id, 2)
    expect(whereTo(await decide(support.browser, 'cleared', person.id))).toBe('/admin/review?done=cleared')
    expect(await standingOf(person.id)).toMatchObject({ isLimited: false, score: 0 })
    expect((await person.browser.request(accountLoader, '/account')).data.limit).toBeNull()
    expect(await deedsOn(person.id)).toEqual([
      { what: 'user.limited', actorId: null },
      { what: 'user.limit-lifted', actorId: support.id },
    ])
    const { data } = await person.browser.request(activityLoader, '/account/activity')
    expect(data.events[0]).toMatchObject({ what: 'Limit of the account lifted', who: 'Threadr’s staff' })
    await failPayments(person.id, 3)
    expect(await standingOf(person.id)).toMatchObject({ isLimited: false, score: 0 })
  })

  test('to keep it limited holds against a lasting address, and is looked at again when something comes up', async () => {
    const [support, person] = [await world.signedIn({ role: 'support' }), await world.limitedPerson()]
    await decide(support.browser, 'kept', person.id)
    expect((await queue(support.browser)).kept).toHaveLength(1)
    await database.owner.prisma.user.update({
      where: { id: person.id },
      data: { email: 'now-lasting@example.com' },
    })
    await assessAccount({ prisma: database.owner.prisma, ...world.telling }, { userId: person.id })
    expect(await standingOf(person.id)).toMatchObject({ isLimited: true, score: 0 })
    expect(await queue(support.browser)).toMatchObject({ kept: [], open: [{ userId: person.id }] })
    await decide(support.browser, 'cleared', person.id)
  })

  test('to suspend keeps the person out as on their own page', async () => {
    const [admin, person] = [await world.signedIn({ role: 'admin' }), await world.limitedPerson()]
    expect(whereTo(await decide(admin.browser, 'suspended', person.id))).toBe('/admin/review?done=suspended')
    const { disabledAt } = await database.owner.prisma.user.findUniqueOrThrow({ where: { id: person.id } })
    expect(disabledAt).not.toBeNull()
    await expect(person.browser.request(accountLoader, '/account')).rejects.toBeInstanceOf(Response)
    const again = await world.signIn(world.browser(), { email: person.email, password: goodPassword })
    expect(again).not.toBeInstanceOf(Response)
    expect(await queue(admin.browser)).toMatchObject({ open: [], kept: [] })
    expect((await deedsOn(person.id)).map(({ what }) => what)).toEqual(['user.limited', 'user.suspended'])
    // Let in again, it is still limited, and somebody has to say what becomes of that.
    await admin.browser.request(userAction, `/admin/users/${person.id}`, {
      params: { userId: person.id },
      form: { intent: 'restore' },
    })
    expect((await queue(admin.browser)).open).toMatchObject([{ userId: person.id }])
    await decide(admin.browser, 'cleared', person.id)
  })

  test('that is clicked ten times is made once', async () => {
    const [support, person] = [await world.signedIn({ role: 'support' }), await world.limitedPerson()]
    const seen = await seenOf(support.browser, person.id)
    const clicks = Array.from({ length: 10 }, () => send(support.browser, 'cleared', person.id, seen))
    for (const answer of await Promise.all(clicks)) expect(whereTo(answer)).toBe('/admin/review?done=cleared')
    expect((await standingOf(person.id)).kinds).toEqual(['disposable-address', 'cleared'])
    expect(await deedsOn(person.id)).toHaveLength(2)
  })

  test.each([
    ['the same', 'cleared', 'cleared'],
    ['another', 'cleared', 'suspended'],
  ])(
    'of two admins at once who decide %s, one is made, and the other is told whose',
    async (_, one, other) => {
      const [first, second] = [
        await world.signedIn({ role: 'admin' }),
        await world.signedIn({ role: 'admin' }),
      ]
      const person = await world.limitedPerson()
      const seen = await seenOf(first.browser, person.id)
      const answers = await Promise.all([
        send(first.browser, one, person.id, seen),
        send(second.browser, other, person.id, seen),
      ])
      const refused = answers.filter((answer) => !(answer instanceof Response))
      expect(refused).toHaveLength(1)
      expect(refused[0]).toMatchObject(changed(/^Person \d+ has .* in the meantime, so nothing was done\.$/))
      expect((await standingOf(person.id)).entries).toHaveLength(2)
      expect(await deedsOn(person.id)).toHaveLength(2)
    },
  )

  test('on what has changed since it was looked at is not made', async () => {
    const [support, person] = [await world.signedIn({ role: 'support' }), await world.limitedPerson()]
    const seen = await seenOf(support.browser, person.id)
    await failPayments(person.id, 3)
    expect(await send(support.browser, 'cleared', person.id, seen)).toMatchObject(
      changed(/Something new has come up/),
    )
    expect(await standingOf(person.id)).toMatchObject({ isLimited: true, score: 90 })
    await decide(support.browser, 'cleared', person.id)
    expect(
      await send(
        support.browser,
        'kept',
        person.id,
        String((await standingOf(person.id)).entries.at(-1)?.id),
      ),
    ).toMatchObject({ init: { status: 404 } })
  })

  test('on one’s own account, or by support on staff, is not made', async () => {
    const [support, admin] = [
      await world.signedIn({ role: 'support' }),
      await world.signedIn({ role: 'admin' }),
    ]
    for (const { id } of [support, admin]) {
      await failPayments(id, 6)
      const seen = await seenOf(admin.browser, id)
      expect(await send(support.browser, 'cleared', id, seen)).toMatchObject({
        init: { status: id === support.id ? 409 : 403 },
      })
      expect(await standingOf(id)).toMatchObject({ isLimited: true })
    }
    const { open } = await queue(support.browser)
    expect(open.map(({ mayReview }) => mayReview)).toEqual([false, false])
  })
})
