import { afterAll, describe, expect, test } from 'vitest'
import type { Redis } from '#app/platform/redis/redis.ts'
import { createRedis } from '#app/platform/redis.server.ts'
import { writeAll } from '#tests/fakes/openai/example-input.ts'
import { cachedWriting, countingWriter, inputOf } from '#tests/setup/cached-writing.ts'
import { redisProgram, startRedisServer } from '#tests/setup/redis-server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
const { inProcess, knownOwner } = cachedWriting(database)
const open: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const each of open.reverse()) await each.close()
})

async function withRedis() {
  const server = await startRedisServer()
  open.push(server)
  const connect = async (): Promise<Redis> => {
    const redis = createRedis({ url: server.url, cluster: false }, database.logger)
    open.push(redis)
    await expect
      .poll(async () => redis.set('up', 'yes', 10_000).then(() => redis.get('up')), { timeout: 20_000 })
      .toBe('yes')
    return redis
  }
  return { server, connect }
}
const emptyTable = () => database.owner.pool.query('delete from thread_cache')

describe.skipIf(!redisProgram)('threads that were written before, with a Redis (needs redis-server)', () => {
  test('are had from it by other processes, unless they are somebody’s own', async () => {
    const { connect } = await withRedis()
    const [here, there] = [await connect(), await connect()]
    const { writer, asked } = countingWriter()
    const owner = await knownOwner()
    const own = { owner, isPublic: false }
    await writeAll(inProcess(writer, { redis: here }), inputOf('shared'))
    await writeAll(inProcess(writer, { redis: here }), inputOf('own', own))
    await emptyTable()
    const second = await writeAll(inProcess(writer, { redis: there }), inputOf('shared'))
    expect([asked.times, second.events[0]]).toEqual([2, { type: 'cached' }])
    await writeAll(inProcess(writer, { redis: there }), inputOf('own', own))
    expect(asked.times).toBe(3)
  })

  test('are written anew where it holds nonsense', async () => {
    const { connect } = await withRedis()
    const redis = await connect()
    const { writer, asked } = countingWriter()
    await writeAll(inProcess(writer, { redis }), inputOf('nonsense'))
    const { rows } = await database.owner.pool.query(
      `select key from thread_cache order by created_at desc limit 1`,
    )
    await emptyTable()
    for (const nonsense of ['not even JSON', '{"metadata": {}, "value": 1}']) {
      await redis.set(`threadr:thread:${rows[0].key}`, nonsense, 10_000)
      await emptyTable()
      expect((await writeAll(inProcess(writer, { redis }), inputOf('nonsense'))).error).toBeNull()
    }
    expect(asked.times).toBe(3)
    await emptyTable()
    await writeAll(inProcess(writer, { redis }), inputOf('nonsense'))
    expect(asked.times).toBe(3)
  })

  test.each(['stopped', 'frozen'] as const)('are had from PostgreSQL while it is %s', async (how) => {
    const { server, connect } = await withRedis()
    const redis = await connect()
    const { writer, asked } = countingWriter()
    await writeAll(inProcess(writer, { redis }), inputOf(how))
    if (how === 'stopped') await server.stop()
    else server.freeze()
    const second = await writeAll(inProcess(writer, { redis }), inputOf(how))
    expect([asked.times, second.events[0]]).toEqual([1, { type: 'cached' }])
    const other = await writeAll(inProcess(writer, { redis }), inputOf(`${how}, another`))
    expect([asked.times, other.tweets.length, other.error]).toEqual([2, 3, null])
  })
})
