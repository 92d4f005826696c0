import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { countEvent } from '#app/features/analytics/count-event.ts'
import { keepMonths } from '#app/features/analytics/keep-months.ts'
import { readMoney } from '#app/features/billing/read-money.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { rollUp, rollUpLatest } from './roll-up.ts'

const database = cloneTestDatabase()
const numbersOf = async (day: string) => {
  const rows = await database.app.prisma.dailyNumber.findMany({ where: { day: new Date(day) } })
  return Object.fromEntries(rows.map(({ measure, value }) => [measure, value]))
}
const person = async () => {
  const email = `${randomUUID()}@example.com`
  return { userId: (await database.owner.prisma.user.create({ data: { email, name: 'Ada' } })).id }
}
const at = (time: string) => ({ id: randomUUID(), at: new Date(time) })
const ready = (totalMs: number, costMicros: number, cacheHit = false) => ({
  totalMs,
  writingMs: totalMs - 100,
  costMicros,
  cacheHit,
  writer: 'openai',
  promptVersion: '7',
})

test('the roll-up of a day reads the table of its month and no other', async () => {
  await database.owner.pool.query(
    `select make_analytics_month(month) from unnest('{2026-10-01,2026-11-01,2026-12-01}'::date[]) month`,
  )
  const { rows } = await database.owner.pool.query<{ 'QUERY PLAN': string }>(
    `explain select count(*) from analytics_events
     where at >= '2026-11-03T00:00:00Z'::timestamptz and at < '2026-11-04T00:00:00Z'::timestamptz`,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('analytics_events_2026_11')
  expect(plan).not.toMatch(/analytics_events_(default|2026_12|2026_10)/)
})

test('a day’s numbers are what happened on it, made as often as one likes', async () => {
  const { pool } = database.app
  const [ada, ben, eve] = [await person(), await person(), await person()]
  for (const owner of [ada, ben, eve])
    await countEvent(pool, 'signed_up', {}, { owner, once: at('2026-11-03T23:00:00Z') })
  // Within 24 hours, after them, and on the same day but of somebody who signed up on no such day.
  await countEvent(pool, 'thread_ready', ready(900, 40), { owner: ada, once: at('2026-11-04T22:59:00Z') })
  await countEvent(pool, 'thread_ready', ready(900, 40), { owner: ben, once: at('2026-11-04T23:01:00Z') })
  for (let n = 1; n <= 20; n += 1)
    await countEvent(pool, 'thread_ready', ready(n * 1000, 10, n > 15), { once: at('2026-11-03T12:00:00Z') })
  await countEvent(
    pool,
    'thread_failed',
    { code: 'x', costMicros: 5 },
    { once: at('2026-11-03T23:59:59.999Z') },
  )
  await countEvent(pool, 'landing_seen', {}, { once: at('2026-11-04T00:00:00Z') })
  await rollUp(pool, { from: '2026-11-03', to: '2026-11-04' })
  const first = await numbersOf('2026-11-03')
  expect(first).toMatchObject({
    sign_ups: 3,
    activated: 1,
    threads_ready: 20,
    threads_failed: 1,
    threads_cached: 5,
    cost_micros: 205,
    p95_total_ms: 19_000,
    p95_writing_ms: 18_900,
    landing_seen: 0,
  })
  expect(first).not.toHaveProperty('p95_planning_ms')
  expect(await numbersOf('2026-11-04')).toMatchObject({ landing_seen: 1, threads_ready: 2, sign_ups: 0 })
  await Promise.all([1, 2, 3].map(() => rollUp(pool, { from: '2026-11-03', to: '2026-11-03' })))
  expect(await numbersOf('2026-11-03')).toEqual(first)
  // What goes with an account goes from the next numbers too.
  await database.owner.prisma.user.delete({ where: { id: ada.userId } })
  await rollUp(pool, { from: '2026-11-03', to: '2026-11-03' })
  expect(await numbersOf('2026-11-03')).toMatchObject({ sign_ups: 2, activated: 0 })
})

test('a day ends with the monthly revenue that the books end with', async () => {
  const [ada, ben] = [randomUUID(), randomUUID()]
  const change = (userId: string, fromCents: number, toCents: number, daysAgo: number) =>
    database.owner.prisma.subscriptionChange.create({
      data: {
        userId,
        customerId: 'cus_1',
        fromCents,
        toCents,
        currency: 'usd',
        at: new Date(Date.now() - daysAgo * 86_400_000),
      },
    })
  await change(ada, 0, 1200, 40)
  await change(ben, 0, 1000, 2)
  await change(ada, 1200, 0, 1)
  const { from, to } = await rollUpLatest(database.app.pool)
  expect(await numbersOf(from)).toMatchObject({ 'mrr_cents:usd': 2200, 'payers:usd': 2, 'churners:usd': 0 })
  const today = await numbersOf(to)
  const books = (await readMoney(database.app.pool)).find(({ currency }) => currency === 'usd')
  expect(today['mrr_cents:usd']).toBe(books?.months.at(-1)?.end)
  const yesterday = await numbersOf(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10))
  expect(yesterday).toMatchObject({ 'mrr_cents:usd': 1000, 'churned_cents:usd': 1200, 'churners:usd': 1 })
})

test('an event of a month without a table waits in the default one, and moves when the month gets its own', async () => {
  const { pool } = database.owner
  await countEvent(pool, 'landing_seen', {}, { once: at('2028-02-29T10:00:00Z') })
  const rowsIn = async (table: string) =>
    (await pool.query(`select count(*)::int as n from ${table} where at >= '2028-01-01'`)).rows[0]?.n
  expect(await rowsIn('analytics_events_default')).toBe(1)
  const then = new Date('2028-02-29T12:00:00Z')
  const both = await Promise.all([keepMonths(pool, 14, then), keepMonths(pool, 14, then)])
  expect(both.flatMap(({ made }) => made).toSorted()).toEqual(
    ['02', '03', '04', '05'].map((month) => `analytics_events_2028_${month}`),
  )
  expect(await rowsIn('analytics_events_default')).toBe(0)
  expect(await rowsIn('analytics_events_2028_02')).toBe(1)
  // What is older than the months that are kept is gone with its table, and nothing else.
  const later = await keepMonths(pool, 2, new Date('2028-05-01T00:00:00Z'))
  expect(later.dropped).toContain('analytics_events_2028_02')
  expect(later.dropped).not.toContain('analytics_events_2028_03')
})
