import { expect, test } from 'vitest'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { countChanges, keptWhileSame } from './changes.ts'

const db = cloneTestDatabase()
const someone = `insert into users (id, email, name) values (gen_random_uuid(), $1, 'Someone')`

test('what the app writes counts once it is committed, and a heartbeat doesn’t', async () => {
  const changes = await countChanges(db.owner.pool)
  let reads = 0
  const read = keptWhileSame(changes, async () => {
    reads += 1
    return (await db.owner.pool.query('select id from users')).rowCount
  })
  expect(await read()).toBe(0)
  await db.owner.pool.query('delete from measure_minutes')
  expect([await read(), reads]).toEqual([0, 1])

  const client = await db.app.pool.connect()
  await client.query('begin')
  await client.query(someone, ['one@example.com'])
  expect([await read(), reads]).toEqual([0, 1])
  await client.query('commit')
  client.release()
  expect([await read(), reads]).toEqual([1, 2])
  expect([await read(), reads]).toEqual([1, 2])
})
