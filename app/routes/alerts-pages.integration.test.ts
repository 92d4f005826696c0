import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountWorld, errorsOf, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { alertWorld } from '#tests/setup/alert-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './admin.alerts/route.tsx'
import { loader as statusLoader } from './status/route.tsx'

const database = cloneTestDatabase()
const people = accountWorld(database)
const world = alertWorld(database)
const look = async (browser: TestBrowser) => (await browser.request(loader, '/admin/alerts')).data
const send = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(action, '/admin/alerts', { form })
type Person = Awaited<ReturnType<typeof people.signedIn>>
let admin: Person
let support: Person
beforeAll(async () => {
  admin = await people.signedIn({ role: 'admin' })
  support = await people.signedIn({ role: 'support' })
})
const note = { intent: 'tell', title: 'Cards are refused', text: 'Try again later.', component: 'payments' }

describe('the page about alerts', () => {
  test('is not there for who has no role, and lets support look and do nothing', async () => {
    const user = await people.signedIn()
    await expect(look(user.browser)).rejects.toMatchObject({ status: 404 })
    await expect(send(user.browser, note)).rejects.toMatchObject({ status: 404 })
    expect(await look(support.browser)).toMatchObject({ mayChange: false, isTold: false })
    const forms: Record<string, string>[] = [
      note,
      { intent: 'acknowledge', alertId: randomUUID() },
      { intent: 'resolve', noteId: randomUUID() },
    ]
    for (const form of forms) await expect(send(support.browser, form)).rejects.toMatchObject({ status: 403 })
    expect(await database.owner.prisma.incidentNote.count()).toBe(0)
  })

  test('shows what fires, who looks at it, and each rule with what it stands at', async () => {
    world.die('worker')
    await world.pass(3)
    const { open, rules, evaluatedAt } = await look(support.browser)
    expect(open).toMatchObject([
      { title: 'No worker process is alive', state: 'firing', value: '0 processes', acknowledged: null },
    ])
    expect(evaluatedAt).toBe(world.now().toISOString())
    expect(rules.find(({ name }) => name === 'workers-gone')).toMatchObject({ isBroken: true })
    expect(rules.find(({ name }) => name === 'pages-slow')).toMatchObject({ now: null, isBroken: false })

    const alertId = open[0]?.id ?? ''
    expect(whereTo(await send(admin.browser, { intent: 'acknowledge', alertId }))).toBe(
      '/admin/alerts?done=acknowledge',
    )
    expect((await look(support.browser)).open).toMatchObject([
      { state: 'acknowledged', acknowledged: { by: expect.stringMatching(/^Person/) } },
    ])
    expect(errorsOf(await send(admin.browser, { intent: 'acknowledge', alertId })).form).toContain(
      'isn’t waiting for anybody any more',
    )
    world.rise('worker')
    await world.pass(2)
    const after = await look(admin.browser)
    expect(after.open).toEqual([])
    expect(after.past).toMatchObject([{ id: alertId, state: 'cleared' }])
  })

  test('refuses who was an admin a moment ago', async () => {
    const former = await people.signedIn({ role: 'admin' })
    await database.owner.prisma.user.update({ where: { id: former.id }, data: { role: 'support' } })
    await expect(send(former.browser, note)).rejects.toMatchObject({ status: 403 })
  })

  test('puts a note on the status page, and says when it is over, once', async () => {
    expect(whereTo(await send(admin.browser, note))).toBe('/admin/alerts?done=tell')
    const [open] = (await look(support.browser)).notes
    expect(open).toMatchObject({ title: 'Cards are refused', component: 'payments' })
    const resolve = { intent: 'resolve', noteId: open?.id ?? '' }
    const ends = await Promise.all([1, 2, 3].map(() => send(admin.browser, resolve)))
    expect(ends.filter((end) => end instanceof Response)).toHaveLength(1)
    expect((await look(support.browser)).notes).toEqual([])
    const trail = await database.owner.prisma.auditEvent.findMany({
      where: { subjectId: open?.id ?? '' },
      orderBy: { id: 'asc' },
    })
    expect(trail.map(({ action: what, actorId }) => [what, actorId])).toEqual([
      ['incident.told', admin.id],
      ['incident.resolved', admin.id],
    ])
  })

  test('refuses a note that says nothing, too much, or of what there isn’t', async () => {
    const refused = async (given: Record<string, string>) =>
      Object.keys(errorsOf(await send(admin.browser, { ...note, ...given })))
    expect(await refused({ title: ' ', text: '' })).toEqual(['title', 'text'])
    expect(await refused({ title: 'x'.repeat(121), text: 'x'.repeat(2001) })).toEqual(['title', 'text'])
    expect(await refused({ component: 'database' })).toEqual(['component'])
    expect(await database.owner.prisma.incidentNote.count()).toBe(0)
  })
})

describe('the status page', () => {
  test('is the same for everybody, and is read once for all who ask at once', async () => {
    const browsers = [admin.browser, people.browser(), people.browser()]
    const seen = await Promise.all(
      browsers.map(async (browser) => (await browser.request(statusLoader, '/status')).data),
    )
    expect(new Set(seen.map(({ at }) => at)).size).toBe(1)
    expect(seen[0]?.components.map(({ name }) => name)).toEqual(['web', 'generation', 'mail'])
    expect(seen[1]).toEqual(seen[0])
  })
})
