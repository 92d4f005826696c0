import { expect, test } from 'vitest'
import { limitTable } from '#app/platform/limits/table.ts'
import { apiWorld } from '#tests/setup/api-world.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
const world = apiWorld(database, { LIMITS_FACTOR: '1' })

test('a program that asks more often than its owner’s plan allows is told when to go on', async () => {
  const { token, owner } = await world.holder()
  const { limits } = browserOf(database, { LIMITS_FACTOR: '1' }).context()
  const { free } = limitTable.api.rules[0].points
  const counted = () => limits.take('api', { owner, plan: 'free', ip: '127.0.0.1' })
  await Promise.all(Array.from({ length: free - 1 }, counted))
  expect((await world.ask('/api/v1/threads', { token })).status).toBe(200)

  const { status, headers, body } = await world.ask('/api/v1/threads', { token })
  expect(status).toBe(429)
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(Number(headers.get('Retry-After'))).toBeLessThanOrEqual(60)
  expect(body).toMatchObject({
    code: 'too-many-requests',
    detail: expect.stringMatching(/Try again in (\d+ seconds?|1 minute)\.$/),
  })
  await limits.take('api', { owner, plan: 'team', ip: '127.0.0.1' })
})
