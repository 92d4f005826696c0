import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { watchLoad } from './watch-load.ts'

const database = cloneTestDatabase()

test('it is too much while connections are waited for too long, and no more once they are there again', async () => {
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 1 })
  const load = watchLoad({ pool, mostMs: 300 })
  expect(load.isTooMuch()).toBe(false)
  const held = await pool.connect()
  const waiting = Promise.all([pool.query('select 1'), pool.query('select 1')])
  await expect.poll(load.isTooMuch).toBe(true)
  held.release()
  await waiting
  await expect.poll(load.isTooMuch).toBe(false)
  load.stop()
  await pool.end()
})

test('a pool that is busy, and that nobody waits for, is not too much; nor is anything where none is watched', async () => {
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 1 })
  const load = watchLoad({ pool, mostMs: 300 })
  const held = await pool.connect()
  await held.query('select pg_sleep(4.5)')
  expect(load.isTooMuch()).toBe(false)
  held.release()
  load.stop()
  await pool.end()
  expect(watchLoad({ pool, mostMs: 0 }).isTooMuch()).toBe(false)
})

test('so it is while every second answer takes too long, and not for a slow one now and then', async () => {
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 1 })
  const load = watchLoad({ pool, mostMs: 300 })
  const answering = (times: number[]) => async () => {
    for (const ms of times) load.answered(ms)
    return load.isTooMuch()
  }
  for (let time = 0; time < 45; time += 1) {
    expect(await answering(time % 10 === 0 ? [900, 20, 20] : [])()).toBe(false)
    await sleep(100)
  }
  await expect.poll(answering([400, 400, 20])).toBe(true)
  await expect.poll(answering([20, 400, 20])).toBe(false)
  load.stop()
  await pool.end()
})
