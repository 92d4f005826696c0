import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { emptyBooks } from '#tests/setup/empty-books.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { readMoney } from './read-money.ts'

const database = cloneTestDatabase()
beforeEach(() => emptyBooks(database.owner.pool))

/** The last moment of the month so many months ago, in UTC, or the first of that month. */
const moment = (monthsAgo: number, at: 'first' | 'last') => {
  const now = new Date()
  const month = now.getUTCMonth() - monthsAgo
  return at === 'first'
    ? new Date(Date.UTC(now.getUTCFullYear(), month, 1))
    : new Date(Date.UTC(now.getUTCFullYear(), month + 1, 1) - 1)
}
const change = (userId: string, fromCents: number, toCents: number, at: Date, currency = 'usd') =>
  database.owner.prisma.subscriptionChange.create({
    data: { userId, customerId: 'cus_1', fromCents, toCents, currency, at },
  })
const entry = (kind: string, amountCents: number, at: Date) =>
  database.owner.prisma.ledgerEntry.create({
    data: {
      userId: randomUUID(),
      customerId: 'cus_1',
      kind,
      reference: randomUUID(),
      amountCents,
      currency: 'usd',
      at,
    },
  })
const usd = async () => (await readMoney(database.owner.pool)).find(({ currency }) => currency === 'usd')

test('each month ends where it began and with what happened in it, to its last millisecond', async () => {
  const [ada, ben] = [randomUUID(), randomUUID()]
  await change(ada, 0, 1200, moment(3, 'last'))
  await change(ada, 1200, 1000, moment(2, 'first'))
  await change(ben, 0, 1000, moment(2, 'last'))
  await change(ada, 1000, 0, moment(1, 'first'))
  await change(ben, 1000, 1200, moment(1, 'last'))
  await change(ada, 0, 1200, moment(0, 'first'))
  // Who goes over to another currency goes from one and comes back in the other.
  await change(ben, 1200, 0, moment(0, 'first'))
  await change(ben, 0, 1100, moment(0, 'first'), 'eur')
  const none = { new: 0, expansion: 0, reactivated: 0, contraction: 0, churned: 0 }
  const money = await usd()
  expect(money?.months).toMatchObject([
    { ...none, start: 0, new: 1200, end: 1200, endByChanges: 1200 },
    { ...none, start: 1200, contraction: 200, new: 1000, end: 2000, endByChanges: 2000 },
    { ...none, start: 2000, churned: 1000, expansion: 200, end: 1200, endByChanges: 1200 },
    { ...none, start: 1200, reactivated: 1200, churned: 1200, end: 1200, endByChanges: 1200 },
  ])
  // None of them has a subscription, which is the one thing that doesn't fit.
  expect(money?.differences).toMatchObject([{ what: 'subscriptions', sums: [1200, 0] }])
  const eur = (await readMoney(database.owner.pool)).find(({ currency }) => currency === 'eur')
  expect(eur?.months).toMatchObject([{ ...none, reactivated: 1100, end: 1100 }])
})

test('what came and went makes the ledger of the month; a kind that is none of ours is told as a difference', async () => {
  await entry('payment', 1200, moment(1, 'first'))
  await entry('payment', 12_000, moment(1, 'last'))
  await entry('refund', -1200, moment(1, 'last'))
  await entry('refund-failed', 1200, moment(0, 'first'))
  await entry('dispute', -12_000, moment(0, 'first'))
  await entry('dispute-won', 12_000, moment(0, 'first'))
  expect(await usd()).toMatchObject({
    months: [
      { received: 13_200, refunded: 1200, disputed: 0, ledger: 12_000, ledgerByKinds: 12_000 },
      { received: 0, refunded: -1200, disputed: 0, ledger: 1200, ledgerByKinds: 1200 },
    ],
    differences: [],
  })
  await entry('fee', -30, moment(0, 'first'))
  expect((await usd())?.differences).toMatchObject([{ what: 'ledger', sums: [1200, 1170] }])
})

test('a change that doesn’t begin where the one before ended is told as a difference', async () => {
  const ada = randomUUID()
  await change(ada, 0, 1200, moment(1, 'first'))
  await change(ada, 900, 1000, moment(0, 'first'))
  expect((await usd())?.differences).toContainEqual({
    what: 'changes',
    month: moment(0, 'first').toISOString().slice(0, 7),
    sums: [1300, 1000],
  })
})

test('before anybody has paid there is nothing to show', async () => {
  expect(await readMoney(database.owner.pool)).toEqual([])
})
