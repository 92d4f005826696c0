import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectRedis } from '#app/platform/redis/connection.server.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { type RedisServer, redisProgram, startRedisServer } from '#tests/setup/redis-server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { endSessions, forgetSessions } from './end-sessions.ts'
import { readSession } from './read-session.ts'
import { hashOfToken, newToken } from './secret-token.ts'

const database = cloneTestDatabase()
const world = accountWorld(database)

describe.skipIf(!redisProgram)('a session that Redis answers for', () => {
  let server: RedisServer
  let redis: Redis
  let other: Redis
  beforeAll(async () => {
    server = await startRedisServer()
    redis = connectRedis({ url: server.url, cluster: false }, database.logger)
    other = connectRedis({ url: server.url, cluster: false }, database.logger)
  })
  afterAll(async () => {
    await Promise.all([redis?.close(), other?.close()])
    await server?.close()
  })

  async function session() {
    const { id: userId } = await world.person()
    const tokenHash = hashOfToken(newToken())
    await database.owner.prisma.session.create({ data: { userId, tokenHash, userAgent: '', network: '' } })
    return { userId, tokenHash }
  }
  const read = (tokenHash: string, from = redis) =>
    readSession({ pool: database.app.pool, redis: from }, tokenHash)
  /** A database that fails whoever asks it. */
  const noDatabase = new Proxy(database, {
    get: () => ({ query: () => Promise.reject(new Error('the database was asked')) }),
  })

  test('takes no question to the database, in any process', async () => {
    const { userId, tokenHash } = await session()
    await expect.poll(async () => (await read(tokenHash)) && server.keys()).toBe(1)
    for (const from of [redis, other])
      expect(await readSession({ pool: noDatabase.app.pool, redis: from }, tokenHash)).toMatchObject({
        userId,
      })
  })

  test('is over everywhere at once when it ends', async () => {
    const { userId, tokenHash } = await session()
    await read(tokenHash)
    const ended = await endSessions(database.app.prisma, { userId, except: null })
    await forgetSessions(redis, ended)
    expect(await read(tokenHash, other)).toBeNull()
  })

  test('is over also where somebody was reading it from the database as it ended', async () => {
    const { userId, tokenHash } = await session()
    /** Whose answer comes once the session has ended. */
    const slow = {
      query: async (asked: pg.QueryConfig) => {
        const answer = await database.app.pool.query(asked)
        await forgetSessions(redis, await endSessions(database.app.prisma, { userId, except: null }))
        return answer
      },
    }
    const late = new Proxy(database.app.pool, { get: () => slow.query })
    expect(await readSession({ pool: late, redis: other }, tokenHash)).toMatchObject({ userId })
    expect(await read(tokenHash)).toBeNull()
    expect(await read(tokenHash, other)).toBeNull()
  })

  test('is over soon where who ended it could not tell Redis at that moment', async () => {
    const { userId, tokenHash } = await session()
    await expect
      .poll(async () => (await read(tokenHash)) && other.get(`threadr:session:${tokenHash}`))
      .toContain(userId)
    server.freeze()
    await forgetSessions(redis, await endSessions(database.app.prisma, { userId, except: null }))
    server.thaw()
    // Shorter than the 10 seconds for which it would have been answered for.
    await expect.poll(() => read(tokenHash, other), { timeout: 6_000 }).toBeNull()
    await expect.poll(() => other.get(`threadr:session:${tokenHash}`)).toBe('')
  })

  test('lives on when Redis is gone', async () => {
    const { userId, tokenHash } = await session()
    await read(tokenHash)
    await server.stop()
    expect(await read(tokenHash)).toMatchObject({ userId })
    await server.start()
  })

  test('is looked up again where Redis holds nonsense', async () => {
    const { userId, tokenHash } = await session()
    await expect
      .poll(async () => {
        await redis.set(`threadr:session:${tokenHash}`, '{"userId":', 5_000)
        return redis.get(`threadr:session:${tokenHash}`)
      })
      .toBe('{"userId":')
    expect(await read(tokenHash)).toMatchObject({ userId })
  })
})
