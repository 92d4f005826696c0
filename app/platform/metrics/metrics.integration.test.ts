import { expect, test } from 'vitest'
import { z } from 'zod'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { createMetrics } from './create-metrics.ts'
import { watchDatabase } from './watch-database.ts'

const database = cloneTestDatabase()

/** The value of one series as it is scraped, by its name with labels; null where there is none. */
async function scraped(registry: { metrics(): Promise<string> }, series: string): Promise<number | null> {
  const line = (await registry.metrics()).split('\n').find((each) => each.startsWith(`${series} `))
  return line === undefined ? null : z.coerce.number().parse(line.slice(series.length + 1))
}

const watched = () => {
  const { registry } = createMetrics({ ofProcess: false })
  watchDatabase(registry, { pool: database.app.pool })
  return registry
}

test('the queue is counted by task and state with the web process’s rights, and its oldest job aged', async () => {
  const { pool, prisma } = database.owner
  await submitted(database.app.prisma)
  await submitted(database.app.prisma, { lane: 'command-1' })
  await prisma.$transaction((tx) => enqueue(tx, 'sync_customer', { customerId: 'cus_1' }))
  await pool.query(
    `update graphile_worker._private_jobs set run_at = now() - interval '90 seconds' where key like 'generation:%'`,
  )
  await pool.query(
    `update graphile_worker._private_jobs set attempts = max_attempts where key = 'sync-customer:cus_1'`,
  )
  const registry = watched()
  expect(await scraped(registry, 'threadr_queue_jobs{task="generate_thread",state="ready"}')).toBe(2)
  expect(await scraped(registry, 'threadr_queue_jobs{task="sync_customer",state="failed"}')).toBe(1)
  const age = await scraped(registry, 'threadr_queue_ready_age_seconds')
  expect(age).toBeGreaterThanOrEqual(90)
})

test('breakers, what Stripe told and nobody dealt with, and connections are told of', async () => {
  await database.owner.pool.query(
    `insert into circuit_breakers (name, failures, opened_at) values ('models.example some', 5, now()), ('resend', 0, null)`,
  )
  await database.owner.prisma.stripeEvent.create({
    data: { id: 'evt_old', type: 'invoice.paid', createdAt: new Date(Date.now() - 60_000) },
  })
  const registry = watched()
  expect(await scraped(registry, 'threadr_breaker_open{name="models.example some"}')).toBe(1)
  expect(await scraped(registry, 'threadr_breaker_open{name="resend"}')).toBe(0)
  expect(await scraped(registry, 'threadr_stripe_event_lag_seconds')).toBeGreaterThanOrEqual(60)
  expect(await scraped(registry, 'threadr_pool_connections{state="waiting"}')).toBe(0)
})

test('a database that cannot be asked leaves the rest to be scraped', async () => {
  const { registry, signUp } = createMetrics({ ofProcess: false })
  const troubles: unknown[] = []
  const pool = { ...database.app.pool, query: () => Promise.reject(new Error('down')) }
  watchDatabase(registry, {
    pool: Object.assign(Object.create(database.app.pool), pool),
    onTrouble: (error) => troubles.push(error),
  })
  signUp()
  expect(await scraped(registry, 'threadr_sign_ups_total')).toBe(1)
  expect(troubles).toHaveLength(1)
})
