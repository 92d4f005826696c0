import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { emptyBooks } from '#tests/setup/empty-books.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { wholeDays, wholeMonths } from '#tests/setup/whole-books.ts'
import { countMoneyDifferences, makeMoneyAnew } from './hold-money.ts'
import { readMoneyDays } from './money-days.ts'
import { readMoneyMonths } from './money-months.ts'
import { readMoney } from './read-money.ts'

const database = cloneTestDatabase()
beforeEach(() => emptyBooks(database.owner.pool))

const aDay = 86_400_000
const today = Date.parse(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`)
const dayOf = (daysAgo: number) => new Date(today - daysAgo * aDay).toISOString().slice(0, 10)

const people = Array.from({ length: 4 }, () => randomUUID())
/** Few people, moments and amounts, so that they meet: at the same moment, at a day's first and last millisecond, out of order. */
const moment = fc
  .record({
    daysAgo: fc.constantFrom(0, 1, 2, 31, 62, 700, 900),
    ms: fc.constantFrom(0, 1, aDay / 2, aDay - 1),
  })
  .map(({ daysAgo, ms }) => new Date(today - daysAgo * aDay + ms))
const cents = fc.constantFrom(0, 0, 1000, 1200, 2900)
const currency = fc.constantFrom('usd', 'usd', 'eur')
const change = fc
  .record({ userId: fc.constantFrom(...people), fromCents: cents, toCents: cents, currency, at: moment })
  .filter(({ fromCents, toCents }) => fromCents !== toCents)
const entry = fc.record({
  kind: fc.constantFrom('payment', 'payment', 'refund', 'refund-failed', 'dispute', 'dispute-won', 'fee'),
  reference: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  amountCents: fc.integer({ min: -3000, max: 3000 }),
  currency,
  at: moment,
})
/** What one transaction adds, in one statement a book. */
const batch = fc.record({
  changes: fc.array(change, { maxLength: 4 }),
  entries: fc.array(entry, { maxLength: 4 }),
})
type Batch = typeof batch extends fc.Arbitrary<infer T> ? T : never

const write = ({ changes, entries }: Batch) =>
  // As the web process does, which has no right to the sums themselves.
  database.app.prisma.$transaction(async (tx) => {
    await tx.subscriptionChange.createMany({
      data: changes.map((each) => ({ ...each, customerId: 'cus_1' })),
    })
    await tx.ledgerEntry.createMany({
      data: entries.map((each) => ({ ...each, userId: randomUUID(), customerId: 'cus_1' })),
      skipDuplicates: true,
    })
  })

/** What is read of the sums, and of the books from end to end. */
async function bothReadings() {
  const { pool } = database.owner
  const range = { from: dayOf(40), to: dayOf(0) }
  const months = (await readMoneyMonths(pool)).map(
    ({ start: _, endByChanges: __, ledgerByKinds: ___, ...read }) => read,
  )
  return {
    kept: { months, days: await readMoneyDays(pool, range) },
    whole: { months: await wholeMonths(pool), days: await wholeDays(pool, range) },
  }
}

test('whatever is added to the books in whatever order, at once or twice, the sums are what the books come to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(batch, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
      async (rounds) => {
        await emptyBooks(database.owner.pool)
        for (const atOnce of rounds) await Promise.all(atOnce.map(write))
        const { kept, whole } = await bothReadings()
        expect(kept).toEqual(whole)
        expect(await countMoneyDifferences(database.owner.prisma)).toBe(0)
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

test('what was not committed counts nowhere', async () => {
  const lost = database.owner.prisma.$transaction(async (tx) => {
    await tx.subscriptionChange.create({
      data: {
        userId: randomUUID(),
        customerId: 'cus_1',
        fromCents: 0,
        toCents: 1200,
        currency: 'usd',
        at: new Date(),
      },
    })
    throw new Error('on purpose')
  })
  await expect(lost).rejects.toThrow('on purpose')
  expect(await readMoney(database.owner.pool)).toEqual([])
})

test('what subscriptions stand at follows them when they change, go over to another currency and go', async () => {
  const { prisma, pool } = database.owner
  const standing = async () =>
    Object.fromEntries((await readMoney(pool)).map((each) => [each.currency, each.bySubscriptions]))
  const ids = [randomUUID(), randomUUID()] as const
  for (const id of ids) await prisma.user.create({ data: { id, name: 'Ada', email: `${id}@example.com` } })
  const [ada, ben] = ids
  await prisma.subscription.create({ data: { userId: ada, monthlyCents: 1200, currency: 'usd' } })
  await prisma.subscription.create({ data: { userId: ben } })
  await prisma.subscription.update({ where: { userId: ben }, data: { monthlyCents: 1000, currency: 'usd' } })
  expect(await standing()).toEqual({ usd: 2200 })
  await prisma.subscription.update({ where: { userId: ada }, data: { monthlyCents: 1100, currency: 'eur' } })
  expect(await standing()).toEqual({ usd: 1000, eur: 1100 })
  expect(await countMoneyDifferences(prisma)).toBe(0)
  await prisma.user.delete({ where: { id: ben } })
  await prisma.subscription.update({ where: { userId: ada }, data: { monthlyCents: 0 } })
  expect(await standing()).toEqual({})
})

test('the web process can’t touch the sums; what an owner has spoiled is found, and made anew', async () => {
  await write({
    changes: [
      { userId: randomUUID(), fromCents: 0, toCents: 1200, currency: 'usd', at: new Date(today - aDay) },
    ],
    entries: [{ kind: 'payment', reference: 'a', amountCents: 1200, currency: 'usd', at: new Date(today) }],
  })
  await expect(database.app.pool.query('update money_days set received = 1')).rejects.toThrow(/permission/)
  await expect(database.app.pool.query('delete from money_standing')).rejects.toThrow(/permission/)
  const before = await bothReadings()
  await database.owner.pool.query(
    `update money_days set received = received + 1, standing = 0; insert into money_standing values ('usd', 5)`,
  )
  expect(await countMoneyDifferences(database.owner.prisma)).toBe(3)
  expect((await readMoney(database.owner.pool))[0]?.differences).not.toEqual([])
  await makeMoneyAnew(database.owner.prisma)
  expect(await countMoneyDifferences(database.owner.prisma)).toBe(0)
  expect(await bothReadings()).toEqual(before)
})
