import { expect, test } from 'vitest'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { appointAdmin } from './appoint-admin.ts'
import { changeRole } from './change-role.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)
const origin = { ip: '192.0.2.7', userAgent: null }
const change = (by: string, on: string, role: 'user' | 'support' | 'admin') =>
  changeRole({ prisma: database.app.prisma, redis: createInProcessRedis() }, { by, on, origin }, role)
const roleOf = async (id: string) =>
  (await database.owner.prisma.user.findUniqueOrThrow({ where: { id } })).role
const admins = () => database.owner.prisma.user.count({ where: { role: 'admin', disabledAt: null } })
const dismissAll = () => database.owner.prisma.user.updateMany({ data: { role: 'user' } })

test('whoever signs up is a user, in every mode', async () => {
  const { id } = await world.person()
  expect(await roleOf(id)).toBe('user')
})

test('the command makes the first admin of who has an account, signs them out, and is recorded', async () => {
  const { id, email } = await world.signedIn()
  const { prisma } = database.owner
  await expect(appointAdmin(prisma, 'nobody@example.com')).rejects.toMatchObject({ code: 'user-not-found' })
  expect([await appointAdmin(prisma, email), await appointAdmin(prisma, email)]).toEqual([true, false])
  expect(await roleOf(id)).toBe('admin')
  expect(await prisma.session.count({ where: { userId: id } })).toBe(0)
  expect(
    await prisma.auditEvent.findMany({ where: { subjectId: id, action: { startsWith: 'user.' } } }),
  ).toMatchObject([
    {
      actorKind: 'system',
      action: 'user.role-changed',
      reasonCode: 'command',
      data: { from: 'user', to: 'admin' },
    },
  ])
  await dismissAll()
})

test('an admin gives roles, and nobody else does', async () => {
  const [admin, support, user, other] = await Promise.all([
    world.person({ role: 'admin' }),
    world.person({ role: 'support' }),
    world.person(),
    world.person(),
  ])
  for (const doer of [support, user]) {
    await expect(change(doer.id, other.id, 'support')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(change(doer.id, doer.id, 'admin')).rejects.toMatchObject({ code: 'not-allowed' })
  }
  await change(admin.id, other.id, 'support')
  expect(await roleOf(other.id)).toBe('support')
  await database.owner.prisma.user.update({ where: { id: admin.id }, data: { disabledAt: new Date() } })
  await expect(change(admin.id, user.id, 'admin')).rejects.toMatchObject({ code: 'not-allowed' })
  await dismissAll()
})

test('the last admin stays one', async () => {
  const [admin, suspended] = [await world.person({ role: 'admin' }), await world.person({ role: 'admin' })]
  await database.owner.prisma.user.update({ where: { id: suspended.id }, data: { disabledAt: new Date() } })
  await expect(change(admin.id, admin.id, 'user')).rejects.toMatchObject({ code: 'last-admin' })
  await change(admin.id, suspended.id, 'user')
  expect(await admins()).toBe(1)
  await dismissAll()
})

test.each([1, 2, 3, 4, 5, 6])('of admins who dismiss one another at once, one stays (%i)', async () => {
  const three = await Promise.all([1, 2, 3].map(() => world.person({ role: 'admin' })))
  await Promise.allSettled(three.flatMap((by) => three.map((on) => change(by.id, on.id, 'user'))))
  expect(await admins()).toBe(1)
  await dismissAll()
})
