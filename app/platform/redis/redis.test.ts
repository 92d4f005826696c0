import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { createRecordingLogger } from '#tests/setup/recording-logger.ts'
import { startRedisCluster, startWatchedRedis } from '#tests/setup/redis-groups.ts'
import { type RedisServer, redisProgram, startRedisServer } from '#tests/setup/redis-server.ts'
import { createRedis } from '../redis.server.ts'
import type { Redis } from './redis.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function connected() {
  const server = await startRedisServer()
  open.push(server)
  const { logger, lines } = createRecordingLogger()
  const redis = createRedis({ url: server.url, cluster: false }, logger)
  open.push(redis)
  await answering(redis)
  return { server, redis, lines, complaints: () => lines.filter(({ level }) => level === 'warn') }
}

/** Asks until what is kept comes back. */
const answering = (redis: Redis) =>
  expect
    .poll(
      async () => {
        await redis.set('asked', 'yes', 10_000)
        return redis.get('asked')
      },
      { timeout: 20_000 },
    )
    .toBe('yes')

describe('without an address', () => {
  test('values are kept within the process for their time, and the log says so', async () => {
    const { logger, lines } = createRecordingLogger()
    const redis = createRedis(null, logger)
    await redis.set('a', 'one', 10_000)
    await redis.set('b', 'two', 20)
    expect([redis.kind, await redis.get('a'), await redis.get('never')]).toEqual(['in-process', 'one', null])
    await expect.poll(() => redis.get('b')).toBeNull()
    await redis.delete('a')
    expect(await redis.get('a')).toBeNull()
    expect(lines.map(({ msg }) => msg)).toEqual([expect.stringContaining('no REDIS_URL')])
    await redis.close()
  })
})

describe.skipIf(!redisProgram)('a real Redis (needs redis-server)', { timeout: 60_000 }, () => {
  test('keeps values for their time, also for another process', async () => {
    const { server, redis } = await connected()
    const other = createRedis({ url: server.url, cluster: false }, createRecordingLogger().logger)
    open.push(other)
    await answering(other)
    await redis.set('a', 'ü, one', 60_000)
    expect(await other.get('a')).toBe('ü, one')
    await other.delete('a')
    expect(await redis.get('a')).toBeNull()
    await redis.set('b', 'two', 50)
    await expect.poll(() => redis.get('b'), { timeout: 5_000 }).toBeNull()
  })

  const keys = Array.from({ length: 60 }, (_, at) => `key-${at}`)
  const keptOf = async (redis: Redis) => {
    await Promise.all(keys.map((key) => redis.set(key, `value of ${key}`, 60_000)))
    const values = await Promise.all(keys.map((key) => redis.get(key)))
    return values.filter((value, at) => value === `value of ${keys[at]}`).length
  }

  test('keeps what is new where nothing else is kept, and says whether it has kept it', async () => {
    const { server, redis } = await connected()
    await expect.poll(() => redis.set('a', '', 60_000)).toBe(true)
    await redis.setNew('a', 'one', 60_000)
    expect(await redis.get('a')).toBe('')
    await redis.setNew('b', 'two', 60_000)
    expect(await redis.get('b')).toBe('two')
    await server.stop()
    expect(await redis.set('a', 'three', 60_000)).toBe(false)
  })

  test('may be a cluster, of which one node that is gone takes no keys but its own along', async () => {
    const group = await startRedisCluster()
    open.push(group)
    const [first, second] = group.servers
    const { logger, lines } = createRecordingLogger()
    const redis = createRedis({ url: first?.url ?? '', cluster: true }, logger)
    open.push(redis)
    await answering(redis)
    expect(redis.kind).toBe('redis-cluster')
    // Each node is connected to when it is asked first.
    await expect.poll(() => keptOf(redis), { interval: 300 }).toBe(keys.length)
    for (const { keys: count } of group.servers) expect(await count()).toBeGreaterThan(5)
    const lost = (await second?.ask((node) => node.keys('key-*')))?.length ?? 0
    await second?.stop()
    await expect.poll(() => keptOf(redis), { interval: 300 }).toBe(keys.length - lost)
    await second?.start()
    await expect.poll(() => keptOf(redis), { interval: 300 }).toBe(keys.length)
    const ofSecond = lines.filter(({ node }) => node === new URL(second?.url ?? '').host)
    expect(ofSecond.slice(-2).map(({ msg }) => msg)).toEqual([
      'Redis does not answer; going on without it',
      'Redis answers again',
    ])
  })

  test('may be one that Sentinels watch, and is followed where they move it', async () => {
    const group = await startWatchedRedis()
    open.push(group)
    const [first, copy] = group.servers
    const { logger, lines } = createRecordingLogger()
    const sentinel = { addresses: [group.sentinel], master: 'mymaster', password: undefined }
    const redis = createRedis({ url: 'redis://redis', cluster: false, sentinel }, logger)
    open.push(redis)
    await answering(redis)
    expect(redis.kind).toBe('redis-sentinel')
    await first?.stop()
    expect(await redis.get('asked')).toBeNull()
    await answering(redis)
    expect(await copy?.keys()).toBeGreaterThan(0)
    expect(lines.at(-1)?.msg).toBe('Redis answers again')
  })

  const losses: [string, (server: RedisServer) => Promise<void> | void, (server: RedisServer) => unknown][] =
    [
      ['stopped', (server) => server.stop(), (server) => server.start()],
      ['frozen', (server) => server.freeze(), (server) => server.thaw()],
    ]
  test.each(losses)(
    'that is %s answers nothing, complains once, and is used again when it is back',
    async (_, lose, bringBack) => {
      const { server, redis, lines, complaints } = await connected()
      await lose(server)
      for (let asked = 0; asked < 30; asked += 1) {
        expect(await redis.get('asked')).toBeNull()
        await redis.set('asked', 'again', 1_000)
        await redis.delete('asked')
        await sleep(50)
      }
      expect(complaints()).toHaveLength(1)
      await bringBack(server)
      await answering(redis)
      expect(lines.at(-1)?.msg).toBe('Redis answers again')
      expect(complaints()).toHaveLength(1)
    },
  )

  test('that is frozen does not hold up the end of the process', async () => {
    const { server, redis } = await connected()
    server.freeze()
    await redis.close()
    expect(await redis.get('asked')).toBeNull()
  })
})

test('a Redis that was never there is complained of once', async () => {
  const { logger, lines } = createRecordingLogger()
  const redis = createRedis({ url: 'redis://:hidden-word@127.0.0.1:1', cluster: false }, logger)
  await expect.poll(() => lines.filter(({ level }) => level === 'warn').length).toBe(1)
  await sleep(700)
  expect(await redis.get('a')).toBeNull()
  await redis.close()
  expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toContain('hidden-word')
})
