import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { newVisitor } from '#tests/factories/submissions.ts'
import { type RedisServer, redisProgram, startRedisServer } from '#tests/setup/redis-server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createDatabase, type Database } from './db.server.ts'
import { minutes } from './durations.ts'
import { sweepLimits } from './limits/sweep.ts'
import { type Limit, limitTable } from './limits/table.ts'
import { createLimits } from './limits.server.ts'
import type { PlanName } from './plan-name.ts'
import { createInProcessRedis } from './redis/in-process.ts'
import type { Redis } from './redis/redis.ts'
import { createRedis } from './redis.server.ts'

const database = cloneTestDatabase()
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

const newcomer = () => ({ owner: newVisitor(), plan: 'visitor' as const })
const secret = 'a-secret-of-the-tests'
const fiveBy = (by: 'ip' | 'owner', costs: boolean): Limit => ({
  costs,
  refused: 'Too much.',
  rules: [{ by, points: 5, window: minutes(10) }],
})
const table = {
  submit: fiveBy('owner', true),
  rewrite: fiveBy('owner', false),
  export: fiveBy('owner', true),
}

/** Limits as one process has them. */
const processOf = (redis: Redis = createInProcessRedis(), { pool }: Pick<Database, 'pool'> = database.app) =>
  createLimits({ pool, redis, logger: database.logger, secret, table })
const anotherPool = () => {
  const other = createDatabase({ url: database.appUrl, poolMax: 5, name: 'other', logger: database.logger })
  open.push(other)
  return other
}
/** How many of so many attempts at once are let through; the others have to be refused for being too many. */
async function letThrough(attempts: (() => Promise<void>)[]): Promise<number> {
  const ends = await Promise.allSettled(attempts.map((attempt) => attempt()))
  for (const end of ends)
    if (end.status === 'rejected')
      expect(end.reason).toMatchObject({ code: 'too-many-requests', status: 429 })
  return ends.filter(({ status }) => status === 'fulfilled').length
}
const times = (count: number, attempt: (index: number) => Promise<void>) =>
  Array.from({ length: count }, (_, index) => () => attempt(index))

describe('without Redis', () => {
  test('fifty attempts at once, in two processes, on a limit of five: exactly five', async () => {
    const processes = [processOf(), processOf(createInProcessRedis(), anotherPool())]
    const who = { ...newcomer(), ip: '203.0.113.7' }
    expect(await letThrough(times(50, (at) => processes[at % 2]!.take('submit', who)))).toBe(5)
    expect(await letThrough(times(5, () => processOf().take('submit', { ...who, ...newcomer() })))).toBe(5)
  })

  test('a refusal says when to try again, as a sentence and in seconds', async () => {
    const limits = processOf()
    const who = { ...newcomer(), ip: '203.0.113.7' }
    for (let count = 0; count < 5; count += 1) await limits.take('submit', who)
    const refusal = await limits.take('submit', who).catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/^Too much\. Try again in (9|10) minutes\.$/),
    })
    expect(refusal).toMatchObject({ retryAfterSeconds: expect.any(Number) })
  })

  test('a new visitor of the same address is counted with the others; a user is not', async () => {
    const limits = createLimits({
      pool: database.app.pool,
      redis: createInProcessRedis(),
      logger: database.logger,
      secret,
    })
    const attempt = (ip: string) => () => limits.take('submit', { ...newcomer(), ip })
    const network = (at: number) => `2001:db8:77:1:${at.toString(16)}::1`
    expect(await letThrough(Array.from({ length: 200 }, (_, at) => attempt(network(at))))).toBe(150)
    const user = { userId: '019ab000-0000-7000-8000-000000000002' }
    await limits.take('submit', { owner: user, plan: 'free', ip: network(0) })
    await limits.take('submit', { ...newcomer(), ip: '2001:db8:77:2::1' })
  })

  test('a larger plan is let through more often, on the same count, also where it was taken up a moment ago', async () => {
    const limits = createLimits({
      pool: database.app.pool,
      redis: createInProcessRedis(),
      logger: database.logger,
      secret,
    })
    const owner = { userId: randomUUID() }
    const attempt = (plan: PlanName) => () => limits.take('submit', { owner, plan, ip: '203.0.113.8' })
    expect(await letThrough(Array.from({ length: 70 }, () => attempt('free')))).toBe(60)
    const { free, pro } = limitTable.submit.rules[0].points
    expect(await letThrough(Array.from({ length: pro }, () => attempt('pro')))).toBe(pro - 70)
    await expect(attempt('free')()).rejects.toMatchObject({ code: 'too-many-requests' })
    const other = { owner: { userId: randomUUID() }, plan: 'pro' as const, ip: '203.0.113.8' }
    expect(await letThrough(times(free + 1, () => limits.take('submit', other)))).toBe(free + 1)
  })

  test('whoever signs in is forgiven their own mistakes, and not what others do at that account', async () => {
    const limits = createLimits({
      pool: database.app.pool,
      redis: createInProcessRedis(),
      logger: database.logger,
      secret,
    })
    const who = { ip: '203.0.113.9', identifier: 'Ada@Example.com ' }
    expect(await letThrough(times(10, () => limits.take('sign-in', who)))).toBe(8)
    await expect(limits.take('sign-in', { ...who, identifier: 'ada@example.com' })).rejects.toMatchObject({
      code: 'too-many-requests',
    })
    await limits.forgive('sign-in', who)
    await limits.take('sign-in', who)
    const elsewhere = (at: number) => ({ ip: `198.51.100.${at}`, identifier: who.identifier })
    expect(await letThrough(times(100, (at) => limits.take('sign-in', elsewhere(at))))).toBe(60 - 9)
  })

  test('no address and nothing that was typed stands among the counts', async () => {
    await processOf().take('submit', { ...newcomer(), ip: '203.0.113.200' })
    await createLimits({
      pool: database.app.pool,
      redis: createInProcessRedis(),
      logger: database.logger,
      secret,
    }).take('reset', { ip: '203.0.113.200', identifier: 'grace@example.com' })
    const kept = JSON.stringify(await database.owner.prisma.limitCount.findMany({ select: { key: true } }))
    expect(kept).toContain('limit:reset:identifier')
    expect(kept).not.toMatch(/203\.0|grace|example/)
  })

  test('counts whose time is over are swept, and no others', async () => {
    const who = { ...newcomer(), ip: '203.0.113.7' }
    await processOf().take('submit', who)
    await database.owner.pool.query(
      `insert into limit_counts values ('limit:old', 9, extract(epoch from now() - interval '2 minutes') * 1000)`,
    )
    expect(await sweepLimits(database.owner.pool)).toBe(1)
    expect(await letThrough(times(10, () => processOf().take('submit', who)))).toBe(4)
  })

  test('where the database can’t be asked, what costs money is refused and the rest is counted in the process', async () => {
    const gone = createDatabase({
      url: 'postgres://x@127.0.0.1:1/x',
      poolMax: 1,
      name: 'gone',
      logger: database.logger,
    })
    open.push(gone)
    const limits = processOf(createInProcessRedis(), gone)
    const who = { ...newcomer(), ip: '203.0.113.7' }
    await expect(limits.take('submit', who)).rejects.toMatchObject({
      code: 'limits-unavailable',
      status: 503,
      retryable: true,
    })
    expect(await letThrough(times(20, () => limits.take('rewrite', who)))).toBe(5)
  })
})

describe.skipIf(!redisProgram)(
  'with a real Redis (needs redis-server)',
  { timeout: 60_000, retry: 2 },
  () => {
    async function withRedis(count = 1): Promise<{ server: RedisServer; clients: Redis[] }> {
      const server = await startRedisServer()
      open.push(server)
      const clients = Array.from({ length: count }, () =>
        createRedis({ url: server.url, cluster: false }, database.logger),
      )
      open.push(...clients)
      for (const client of clients)
        await expect.poll(() => client.lend(null, (it) => it.ping()), { timeout: 20_000 }).toBe('PONG')
      return { server, clients }
    }
    const inDatabase = (name: string) =>
      database.owner.prisma.limitCount.count({ where: { key: { startsWith: `limit:${name}:` } } })

    test('two processes share a count, exactly, and the database is left alone', async () => {
      const { clients } = await withRedis(2)
      const processes = clients.map((client) => processOf(client))
      const who = { ...newcomer(), ip: '203.0.113.7' }
      const before = await inDatabase('rewrite')
      expect(await letThrough(times(50, (at) => processes[at % 2]!.take('rewrite', who)))).toBe(5)
      expect(await inDatabase('rewrite')).toBe(before)
    })

    test('a Redis that is killed in the middle leaves the counting to the database', async () => {
      const { server, clients } = await withRedis(2)
      const processes = clients.map((client) => processOf(client))
      const who = { ...newcomer(), ip: '203.0.113.7' }
      expect(await letThrough(times(4, (at) => processes[at % 2]!.take('rewrite', who)))).toBe(4)
      await server.stop()
      expect(await letThrough(times(50, (at) => processes[at % 2]!.take('rewrite', who)))).toBe(5)
    })

    test.each([
      ['killed', (server: RedisServer) => server.stop()],
      ['frozen', (server: RedisServer) => server.freeze()],
    ])('what costs money is let through no more often for a Redis that is %s', async (_, lose) => {
      const { server, clients } = await withRedis(2)
      const processes = clients.map((client) => processOf(client))
      const who = { ...newcomer(), ip: '203.0.113.7' }
      expect(await letThrough(times(3, (at) => processes[at % 2]!.take('submit', who)))).toBe(3)
      await lose(server)
      expect(await letThrough(times(50, (at) => processes[at % 2]!.take('submit', who)))).toBe(2)
    })
  },
)
