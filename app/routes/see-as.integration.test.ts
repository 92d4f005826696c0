import { expect, test } from 'vitest'
import { sweepSeeings } from '#app/features/administration/see-as.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { accountWorld, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as landingAction } from './_index/route.tsx'
import { action as accountAction } from './account._index/route.tsx'
import { loader as activityLoader } from './account.activity/route.tsx'
import { action as leaveAction } from './admin.seeing.ts'
import { action } from './admin.users.$userId/route.tsx'
import { loader as threadsLoader } from './threads._index/route.tsx'
import { action as threadAction, loader as threadLoader } from './threads.$threadId/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)

const seeAs = (browser: TestBrowser, userId: string) =>
  browser.request(action, `/admin/users/${userId}`, { params: { userId }, form: { intent: 'see-as' } })
const leave = (browser: TestBrowser) => browser.request(leaveAction, '/admin/seeing', { form: {} })
const listed = async (browser: TestBrowser) =>
  (await browser.request(threadsLoader, '/threads')).data.rows.map(({ id }) => id)
const read = (browser: TestBrowser, threadId: string) =>
  browser.request(threadLoader, `/threads/${threadId}`, { params: { threadId } })
const eventsOn = async (id: string) =>
  (
    await database.owner.prisma.auditEvent.findMany({
      where: { subjectId: id, NOT: { action: { startsWith: 'account.' } } },
      orderBy: { id: 'asc' },
    })
  ).map(({ action: what, actorId, reasonCode }) => `${what} ${reasonCode} ${actorId}`)

async function threadOf(userId: string): Promise<string> {
  return (await submitted(database.app.prisma, { owner: { userId } })).threadId
}

test('an admin sees what the person sees, changes nothing, and leaves; both can be read afterwards', async () => {
  const [admin, user] = [await world.signedIn({ role: 'admin' }), await world.signedIn()]
  const threadId = await threadOf(user.id)
  await expect(read(admin.browser, threadId)).rejects.toMatchObject({ status: 404 })
  expect(whereTo(await seeAs(admin.browser, user.id))).toBe('/threads')
  expect(await listed(admin.browser)).toEqual([threadId])
  expect((await read(admin.browser, threadId)).data.thread.id).toBe(threadId)

  const before = await database.owner.prisma.thread.findMany({ include: { generations: true } })
  // Nor is it taken for the person themselves who looks.
  expect(before.flatMap(({ generations }) => generations.map((each) => each.watchedUntil))).toEqual([null])
  const writes = [
    admin.browser.request(threadAction, `/threads/${threadId}`, {
      params: { threadId },
      form: { intent: 'cancel' },
    }),
    admin.browser.request(landingAction, '/?index', { form: { source: 'Words. '.repeat(200) } }),
    admin.browser.request(accountAction, '/account?index', { form: { intent: 'name', name: 'Eve' } }),
    seeAs(admin.browser, user.id),
  ]
  await Promise.all(writes.map((write) => expect(write).rejects.toMatchObject({ status: 403 })))
  expect(await database.owner.prisma.thread.findMany({ include: { generations: true } })).toEqual(before)

  expect(whereTo(await leave(admin.browser))).toBe(`/admin/users/${user.id}`)
  expect(await listed(admin.browser)).toEqual([])
  await expect(read(admin.browser, threadId)).rejects.toMatchObject({ status: 404 })
  expect(await eventsOn(user.id)).toEqual([
    `seeing.began asked ${admin.id}`,
    `seeing.ended asked ${admin.id}`,
  ])
  const { data } = await user.browser.request(activityLoader, '/account/activity')
  expect(data.events.map(({ what }) => what)).toEqual(
    expect.arrayContaining([expect.stringContaining('looked at'), 'That look ended']),
  )
})

test('it ends after 30 minutes, and the end is recorded once', async () => {
  const [admin, user] = [await world.signedIn({ role: 'admin' }), await world.signedIn()]
  const threadId = await threadOf(user.id)
  await seeAs(admin.browser, user.id)
  const { prisma, pool } = database.owner
  const { until, beganAt } = await prisma.seeing.findFirstOrThrow({ where: { personId: user.id } })
  expect(until.getTime() - beganAt.getTime()).toBeLessThanOrEqual(30 * 60_000)
  expect(await sweepSeeings(prisma)).toBe(0)
  await pool.query(`update seeings set until = now() - interval '1 second' where person_id = $1`, [user.id])
  await expect(read(admin.browser, threadId)).rejects.toMatchObject({ status: 404 })
  expect([await sweepSeeings(prisma), await sweepSeeings(prisma)]).toEqual([1, 0])
  expect((await eventsOn(user.id)).at(-1)).toBe(`seeing.ended over ${admin.id}`)
  await expect(leave(admin.browser)).rejects.toMatchObject({ status: 404 })
})

test('it ends with the session, and with the role', async () => {
  const [admin, user] = [await world.signedIn({ role: 'admin' }), await world.signedIn()]
  const threadId = await threadOf(user.id)
  const { prisma } = database.owner
  await seeAs(admin.browser, user.id)
  await prisma.user.update({ where: { id: admin.id }, data: { role: 'support' } })
  await expect(read(admin.browser, threadId)).rejects.toMatchObject({ status: 404 })
  await prisma.session.deleteMany({ where: { userId: admin.id } })
  expect(await sweepSeeings(prisma)).toBe(1)
})

test('support and admins are seen as by nobody, nor anybody by support', async () => {
  const admin = await world.signedIn({ role: 'admin' })
  const support = await world.signedIn({ role: 'support' })
  const user = await world.person()
  for (const other of [support.id, admin.id])
    expect(await seeAs(admin.browser, other)).toMatchObject({ init: { status: 409 } })
  await expect(seeAs(support.browser, user.id)).rejects.toMatchObject({ status: 403 })
  expect(await database.owner.prisma.seeing.count({ where: { endedAt: null } })).toBe(0)
})
