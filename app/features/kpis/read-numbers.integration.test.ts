import { beforeAll, expect, test } from 'vitest'
import { readMoney } from '#app/features/billing/read-money.ts'
import { inWords } from '#app/routes/admin.numbers/number-words.ts'
import { seedNumbers } from '#tests/setup/seeded-numbers.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { readNumbers } from './read-numbers.ts'
import { dayOf, daysBefore, rollUp } from './roll-up.ts'

const database = cloneTestDatabase()
const now = new Date()
const ago = (days: number) => daysBefore(dayOf(now), days)
const shown = async (days: number, key: string) =>
  (await readNumbers(database.app.pool, days, now)).series.find((series) => series.key === key)?.points ?? []

beforeAll(async () => {
  await seedNumbers(database.owner.pool, now)
  await rollUp(database.owner.pool, { from: ago(150), to: ago(0) })
}, 120_000)

test('90 days show each day’s seeded figure, and what the day before had', async () => {
  const signUps = await shown(90, 'sign_ups')
  expect(signUps).toHaveLength(90)
  // Ten a day, 40 on the day that was planted.
  expect(signUps.map(({ value }) => value)).toEqual(
    Array.from({ length: 90 }, (_, index) => (index === 89 - 12 ? 40 : 10)),
  )
  expect(signUps.find(({ day }) => day === ago(12))).toMatchObject({ value: 40, before: 10 })
  const success = await shown(90, 'success')
  expect(success.find(({ day }) => day === ago(5))?.value).toBe(0.4)
  expect(success.find(({ day }) => day === ago(6))?.value).toBe(0.9)
  expect((await shown(30, 'p95_total_ms')).at(-2)?.value).toBe(2900)
  expect((await shown(30, 'cost')).at(-2)?.value).toBe(500)
  expect((await shown(30, 'cached')).at(-2)?.value).toBeCloseTo(5 / 18)
  expect((await shown(7, 'activation')).at(-2)?.value).toBe(0.5)
})

test('the planted days stand out, and no other', async () => {
  const { series } = await readNumbers(database.app.pool, 90, now)
  const found = series.flatMap(({ key, points }) =>
    points.flatMap(({ day, anomaly }) => (anomaly ? [`${key} ${day} ${anomaly.way}`] : [])),
  )
  // Eight threads rather than 18 may be chance; that twelve failed where two do may not.
  expect(found.toSorted()).toEqual(
    [`sign_ups ${ago(12)} high`, `activation ${ago(12)} low`, `success ${ago(5)} low`].toSorted(),
  )
})

test('monthly revenue and churn are those of the books, to the cent', async () => {
  const revenue = await shown(90, 'mrr:usd')
  const books = (await readMoney(database.app.pool)).find(({ currency }) => currency === 'usd')
  // Ten who pay 12.00 from day 100 on; two stop on day 20, one goes up to 29.00 on day 3.
  expect(revenue.map(({ value }) => value)).toEqual(
    Array.from({ length: 90 }, (_, index) => {
      const daysAgo = 89 - index
      return daysAgo > 20 ? 12_000 : daysAgo > 3 ? 9600 : 11_300
    }),
  )
  expect(revenue.at(-1)?.value).toBe(books?.months.at(-1)?.end)
  expect(inWords(revenue.at(-1)?.value ?? null, 'cents:usd')).toContain('113')
  const churn = await shown(90, 'churn:usd')
  expect(churn.filter(({ value }) => value !== 0).map(({ day, value }) => [day, value])).toEqual([
    [ago(20), 0.2],
  ])
})

test('who has nothing counted yet is told so', async () => {
  await database.owner.pool.query('delete from daily_numbers')
  const { madeAt, series } = await readNumbers(database.app.pool, 7, now)
  expect(madeAt).toBeNull()
  expect(series.every(({ points }) => points.every(({ value }) => value === null))).toBe(true)
})
