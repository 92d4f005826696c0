import type pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { beginSeeing, endSeeing } from '#app/features/administration/see-as.ts'
import { createNotifications, type Notifications } from '#app/platform/notifications.server.ts'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { endSessions, forgetSessions } from './end-sessions.ts'
import { readSession } from './read-session.ts'
import { hashOfToken, newToken } from './secret-token.ts'
import { rememberSessions, sessionChannel } from './session-memory.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)

/** Two processes' memories. */
let one: Redis
let other: Redis
const hearing: Notifications[] = []
beforeAll(async () => {
  const start = () => {
    const redis = createInProcessRedis()
    const { logger, appUrl: url } = database
    const notifications = createNotifications({ url, channels: [sessionChannel], logger })
    hearing.push(notifications)
    rememberSessions(redis, notifications)
    return redis
  }
  one = start()
  other = start()
  await allHear()
})
afterAll(() => Promise.all(hearing.map((each) => each.close())))

const allHear = () =>
  vi.waitFor(() => expect(hearing.every((each) => each.isHearing())).toBe(true), { timeout: 15_000 })

/** Reads a session as the first process, counting its questions to the database. */
let questions = 0
const read = (tokenHash: string, redis = one, beforeAnswer?: () => Promise<void>) => {
  const { pool } = database.app
  const counting: pg.Pool = Object.assign(Object.create(pool), {
    async query(...given: [string, unknown[]]) {
      questions += 1
      const answer = await pool.query(...given)
      await beforeAnswer?.()
      return answer
    },
  })
  return readSession({ pool: counting, redis }, tokenHash)
}

async function session(role: 'user' | 'admin' = 'user') {
  const { id: userId } = await world.person({ role })
  const tokenHash = hashOfToken(newToken())
  const { id } = await database.owner.prisma.session.create({
    data: { userId, tokenHash, userAgent: '', network: '' },
  })
  return { id, userId, tokenHash }
}

test('a session that was read takes no further question to the database', async () => {
  const { tokenHash, userId } = await session()
  await read(tokenHash)
  const before = questions
  for (let time = 0; time < 5; time += 1) expect(await read(tokenHash)).toMatchObject({ userId })
  expect(questions).toBe(before)
})

test('an ended session is forgotten at once where it was ended, and soon in every other process', async () => {
  const { tokenHash, userId } = await session()
  await read(tokenHash, one)
  await read(tokenHash, other)
  await forgetSessions(one, await endSessions(database.app.prisma, { userId, except: null }))
  expect(await read(tokenHash, one)).toBeNull()
  await expect.poll(() => read(tokenHash, other)).toBeNull()
})

const changes = {
  name: "update users set name = 'Grace' where id = $1",
  role: "update users set role = 'support' where id = $1",
  'second step': 'update users set totp_since = now() where id = $1',
  address: "update users set email = id || '@example.org' where id = $1",
}
test.each(Object.keys(changes) as (keyof typeof changes)[])(
  'a changed %s is told by every process, whoever changed it',
  async (what) => {
    const { tokenHash, userId } = await session()
    const before = await read(tokenHash)
    await database.owner.pool.query(changes[what], [userId])
    await expect.poll(() => read(tokenHash)).not.toEqual(before)
  },
)

test('who is disabled or deleted is nobody any more', async () => {
  const [disabled, deleted] = [await session(), await session()]
  for (const { tokenHash } of [disabled, deleted]) await read(tokenHash)
  await database.owner.pool.query('update users set disabled_at = now() where id = $1', [disabled.userId])
  await database.owner.pool.query('delete from users where id = $1', [deleted.userId])
  for (const { tokenHash } of [disabled, deleted]) await expect.poll(() => read(tokenHash)).toBeNull()
})

test('that an admin sees as somebody is told by every process, and that they no longer do', async () => {
  const { prisma } = database.owner
  const [admin, somebody] = [await session('admin'), await world.person()]
  await read(admin.tokenHash, other)
  const own = { sessionId: admin.id, tokenHash: admin.tokenHash }
  const doing = { by: admin.userId, on: somebody.id, origin: { ip: '203.0.113.7', userAgent: null } }
  await beginSeeing({ prisma, redis: one }, doing, own)
  await expect.poll(() => read(admin.tokenHash, other)).toMatchObject({ seeing: { personId: somebody.id } })
  await endSeeing({ prisma, redis: one }, own)
  await expect.poll(() => read(admin.tokenHash, other)).toMatchObject({ seeing: null })
})

test('what changes while it is read is not remembered', async () => {
  const { tokenHash, userId } = await session()
  const itEnds = async () =>
    forgetSessions(one, await endSessions(database.app.prisma, { userId, except: null }))
  expect(await read(tokenHash, one, itEnds)).not.toBeNull()
  expect(await read(tokenHash)).toBeNull()
})

test('while a process hears nothing it asks each time', async () => {
  const { tokenHash, userId } = await session()
  await read(tokenHash)
  await database.owner.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'threadr-notifications' and datname = current_database()`,
  )
  await expect.poll(() => hearing.some((each) => each.isHearing())).toBe(false)
  await database.owner.pool.query('delete from sessions where user_id = $1', [userId])
  expect(await read(tokenHash)).toBeNull()
  await allHear()
})
