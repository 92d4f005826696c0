import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { subjectOf } from '#app/features/analytics/subject.ts'
import { placeOf } from '#app/features/flags/is-in.ts'
import { isOn } from '#app/features/flags/is-on.server.ts'
import { compareFlag } from '#app/features/kpis/compare.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './admin.flags/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
type Person = Awaited<ReturnType<typeof world.signedIn>>
let admin: Person
beforeAll(async () => {
  admin = await world.signedIn({ role: 'admin' })
})
const flag = 'short-landing'
const set = (form: Record<string, string>, person = admin) =>
  person.browser.request(action, '/admin/flags', { form: { intent: 'change', name: flag, ...form } })
const shownFlag = async () => (await admin.browser.request(loader, '/admin/flags')).data.flags[0]
const plain = () => new Request('http://localhost:3000/')
const context = () => ({ database: database.app, logger: database.logger })
const asks = (
  owner: { userId: string } | { visitorId: string },
  request = plain(),
  plan: 'free' | 'pro' = 'free',
) => isOn(request, context(), flag, { owner, planOf: async () => plan })
const exposures = async () =>
  (
    await database.owner.pool.query(
      "select subject, props->>'arm' as arm from analytics_events where name = 'flag_exposed'",
    )
  ).rows

test('a flag that nobody has set is as declared, and nobody is counted for it', async () => {
  expect(await asks({ visitorId: randomUUID() })).toBe(false)
  expect(await shownFlag()).toMatchObject({ version: 0, isOn: false, changedAt: null })
  expect(await exposures()).toEqual([])
})

test('an admin sets it, which the trail tells; sent twice it is one change, and a late one is told', async () => {
  const listed = admin.userId
  await set({ version: '0', isOn: 'on', percent: '30', users: listed, plans: 'pro' })
  await set({ version: '0', isOn: 'on', percent: '30', users: listed, plans: 'pro' })
  expect(await shownFlag()).toMatchObject({
    version: 1,
    isOn: true,
    percent: 30,
    users: [listed],
    plans: ['pro'],
  })
  const events = await database.owner.prisma.auditEvent.findMany({ where: { action: 'flag.changed' } })
  expect(events).toMatchObject([
    { actorId: admin.userId, subjectId: flag, data: { isOn: true, percent: 30, users: 1 } },
  ])
  expect(await set({ version: '0', percent: '50' })).toMatchObject({ init: { status: 409 } })
  expect(await set({ version: '1', percent: '101' })).toMatchObject({ init: { status: 422 } })
  expect(await set({ version: '1', percent: '1', users: randomUUID() })).toMatchObject({
    init: { status: 422 },
  })
  const support = await world.signedIn({ role: 'support' })
  await expect(set({ version: '1', percent: '1' }, support)).rejects.toMatchObject({ status: 403 })
  expect(await shownFlag()).toMatchObject({ version: 1 })
})

test('who is listed, on a listed plan or within the share is in, always the same ones', async () => {
  const people = Array.from({ length: 200 }, () => ({ visitorId: randomUUID() }))
  const answers = await Promise.all(people.map((owner) => asks(owner)))
  expect(answers).toEqual(people.map((owner) => placeOf(flag, owner) < 30))
  expect(new Set(answers)).toEqual(new Set([true, false]))
  const outside = people.find((owner) => placeOf(flag, owner) >= 30) ?? { visitorId: '' }
  expect(await asks({ userId: admin.userId })).toBe(true)
  expect(await asks(outside, plain(), 'pro')).toBe(true)
})

test('that it was shown is noted once a browser and day, and not of who asks not to be tracked', async () => {
  const [seen, unseen] = [{ visitorId: randomUUID() }, { visitorId: randomUUID() }]
  const browser = (headers: Record<string, string>) => new Request('http://localhost:3000/', { headers })
  const named = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }
  const asksNotTo: Record<string, string>[] = [
    { DNT: '1' },
    { 'Sec-GPC': '1' },
    { 'User-Agent': 'Googlebot/2.1' },
  ]
  for (const extra of asksNotTo) await asks(unseen, browser({ ...named, ...extra }))
  for (let times = 0; times < 3; times += 1) {
    await asks(seen, browser(named))
    await vi.waitFor(async () =>
      expect((await exposures()).filter(({ subject }) => subject === subjectOf(seen))).toHaveLength(1),
    )
  }
  expect((await exposures()).filter(({ subject }) => subject === subjectOf(unseen))).toEqual([])
  const arms = await compareFlag(database.owner.pool, flag, 28)
  expect(arms.reduce((sum, arm) => sum + arm.seen, 0)).toBe((await exposures()).length)
})

test('without a database it is as declared, and nothing breaks', async () => {
  const gone = createDatabase({
    url: 'postgres://nobody@127.0.0.1:9/none',
    poolMax: 1,
    name: 'gone',
    logger: database.logger,
  })
  const answer = await isOn(plain(), { database: gone, logger: database.logger }, flag, {
    owner: { visitorId: randomUUID() },
    planOf: async () => 'free',
  })
  expect(answer).toBe(false)
  await gone.close()
})
