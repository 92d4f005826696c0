import { expect, test } from 'vitest'
import { requestChangeOfEmail } from '#app/features/accounts/change-email.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { sendReset } from './send-reset.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)
const origin = { ip: '192.0.2.7', userAgent: null }
/** No id of a browser, which the request's row refuses. */
const broken = 'nobody'

test('a link that could not be sent was never recorded as sent', async () => {
  const [support, user] = [await world.person({ role: 'support' }), await world.person()]
  const doing = { by: support.id, on: user.id, origin }
  await expect(sendReset(database.app.prisma, doing, broken)).rejects.toThrow()
  await expect(
    requestChangeOfEmail(database.app.prisma, {
      userId: user.id,
      visitorId: broken,
      email: 'new@example.com',
      password: user.password,
      origin,
    }),
  ).rejects.toThrow()
  expect(await database.owner.prisma.auditEvent.count({ where: { subjectId: user.id } })).toBe(0)
  expect(await database.owner.prisma.accountRequest.count()).toBe(0)
})
