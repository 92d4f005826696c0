import { expect, test } from 'vitest'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
const notify = (key: string) => database.owner.pool.query(`select pg_notify('generation', $1)`, [key])
/** The listening connection is made in the background: the first wait tells that it is there. */
async function heard(): Promise<void> {
  await expect
    .poll(
      async () => {
        const wait = database.notifications.wait('warm-up', { timeoutMs: 900 })
        const started = performance.now()
        await notify('warm-up')
        await wait
        return performance.now() - started < 800
      },
      { timeout: 15_000 },
    )
    .toBe(true)
}

test('a wait ends when its key is told of, and not for another', async () => {
  await heard()
  const ended: string[] = []
  const a = database.notifications.wait('a', { timeoutMs: 20_000 }).then(() => ended.push('a'))
  const stop = new AbortController()
  const b = database.notifications
    .wait('b', { timeoutMs: 20_000, signal: stop.signal })
    .then(() => ended.push('b'))
  await notify('a')
  await a
  expect(ended).toEqual(['a'])
  stop.abort()
  await b
})

test('a listener hears until it is taken away', async () => {
  let count = 0
  const stop = database.notifications.listen('c', () => {
    count += 1
  })
  await notify('c')
  await expect.poll(() => count).toBe(1)
  stop()
  const after = database.notifications.wait('c', { timeoutMs: 5_000 })
  await notify('c')
  await after
  expect(count).toBe(1)
})

test('a connection that is cut ends the waits on it, tells listeners of nothing, and comes back by itself', async () => {
  await heard()
  // Longer than this test may take.
  const wait = database.notifications.wait('cut', { timeoutMs: 600_000 })
  let told = 0
  const stop = database.notifications.listen('cut', () => {
    told += 1
  })
  await database.owner.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'threadr-notifications' and datname = current_database()`,
  )
  await wait
  await heard()
  // One of them has its generation cancelled by what it hears.
  expect(told).toBe(0)
  stop()
})

test('a wait on an aborted signal ends at once', async () => {
  await database.notifications.wait('d', { timeoutMs: 20_000, signal: AbortSignal.abort() })
})
