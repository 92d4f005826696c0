import { describe, expect, test } from 'vitest'
import { alertWorld } from '#tests/setup/alert-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'

const database = cloneTestDatabase()
const world = alertWorld(database)

const mails = async () =>
  (await database.owner.prisma.mail.findMany({ orderBy: { id: 'asc' } })).map(({ to, template, subject }) =>
    [to, template, subject].join(' · '),
  )
const admin = async () => {
  const { id } = await database.owner.prisma.user.create({ data: { name: 'Ada', role: 'admin' } })
  return { by: id, origin: { ip: '192.0.2.7', userAgent: null } }
}

describe('an alert', () => {
  test('fires when its rule was broken for as long as it says, is told once, and clears', async () => {
    await world.pass(2)
    expect(await world.firing()).toEqual([])
    world.die('worker')
    await world.pass(2)
    expect(await world.alertOf('workers-gone')).toMatchObject({ state: 'pending', value: 0 })
    expect(await mails()).toEqual([])
    await world.pass(1)
    expect(await world.firing()).toEqual(['workers-gone'])
    await world.pass(5)
    const firing = 'ops@example.com · alert-firing · Critical: No worker process is alive'
    expect(await mails()).toEqual([firing])
    world.rise('worker')
    await world.pass(1)
    expect(await world.firing()).toEqual(['workers-gone'])
    await world.pass(1)
    expect(await world.firing()).toEqual([])
    expect(await world.alertOf('workers-gone')).toMatchObject({ state: 'cleared', clearedAt: world.now() })
    expect(await mails()).toEqual([
      firing,
      'ops@example.com · alert-cleared · Over: No worker process is alive',
    ])
  })

  test('that goes back before it fires leaves nothing behind', async () => {
    world.die('web')
    await world.pass(2)
    world.rise('web')
    await world.pass(3)
    expect(await database.owner.prisma.alert.count()).toBe(0)
    expect(await mails()).toEqual([])
  })

  test('that comes and goes within its time to clear stays one alert', async () => {
    world.die('worker')
    await world.pass(4)
    for (let turn = 0; turn < 4; turn += 1) {
      world.rise('worker')
      await world.pass(1)
      world.die('worker')
      await world.pass(1)
    }
    expect(await database.owner.prisma.alert.count()).toBe(1)
    expect(await mails()).toHaveLength(1)
  })

  test('is told again every so often until somebody acknowledges it, three times at most', async () => {
    world.die('worker')
    await world.pass(3)
    const templates = async () =>
      (await database.owner.prisma.mail.findMany()).map(({ template }) => template)
    await world.pass(14)
    expect(await templates()).toEqual(['alert-firing'])
    await world.pass(1)
    expect(await templates()).toEqual(['alert-firing', 'alert-escalated'])
    await world.pass(15)
    expect(await templates()).toHaveLength(3)
    await world.pass(45)
    expect(await templates()).toHaveLength(4)
    expect(await world.alertOf('workers-gone')).toMatchObject({ state: 'firing', escalations: 3 })
  })

  test('that is acknowledged is not told again until it is over', async () => {
    world.die('worker')
    await world.pass(3)
    const doing = await admin()
    const { id } = await world.alertOf('workers-gone')
    await acknowledgeAlert(database.app.prisma, doing, id)
    await world.pass(40)
    expect(await world.alertOf('workers-gone')).toMatchObject({
      state: 'acknowledged',
      acknowledgedBy: doing.by,
      escalations: 0,
    })
    world.rise('worker')
    await world.pass(2)
    expect(await mails()).toEqual([
      expect.stringContaining('alert-firing'),
      expect.stringContaining('alert-cleared'),
    ])
    const trail = await database.owner.prisma.auditEvent.findMany({ where: { subjectId: id } })
    expect(trail).toMatchObject([
      { action: 'alert.acknowledged', actorId: doing.by, data: { rule: 'workers-gone' }, ip: '192.0.2.0/24' },
    ])
    await expect(acknowledgeAlert(database.app.prisma, doing, id)).rejects.toMatchObject({ status: 409 })
  })

  test('is made once by however many look at once, also as the web process', async () => {
    world.die('worker')
    await world.pass(2)
    await world.pulse()
    await Promise.all(
      ['owner', 'app', 'owner', 'app', 'owner'].map((as) => world.look(as === 'app' ? 'app' : 'owner')),
    )
    await world.pass(1)
    await Promise.all([world.look(), world.look('app'), world.look()])
    expect(await database.owner.prisma.alert.count()).toBe(1)
    expect(await mails()).toHaveLength(1)
  })

  test('counts its time anew where nobody looked meanwhile', async () => {
    world.die('worker')
    await world.pass(1)
    const before = await world.alertOf('workers-gone')
    await database.owner.pool.query(
      `update alerts set seen_at = seen_at - interval '1 hour', pending_at = pending_at - interval '1 hour'`,
    )
    await world.pass(1)
    expect(await world.alertOf('workers-gone')).toMatchObject({ id: before.id, state: 'pending' })
    await world.pass(2)
    expect(await world.firing()).toEqual(['workers-gone'])
  })

  test('of a rule that this version doesn’t know ends', async () => {
    await database.owner.prisma.alert.create({
      data: {
        rule: 'of-another-version',
        state: 'firing',
        value: 1,
        pendingAt: world.now(),
        firedAt: world.now(),
        seenAt: world.now(),
      },
    })
    await world.pass(1)
    expect(await world.firing()).toEqual([])
  })
})
