import type pg from 'pg'
import { z } from 'zod'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { type MoneyOfMonth, readMoneyMonths } from './money-months.ts'

export type MoneyOfCurrency = {
  currency: string
  /** The oldest first, the one that runs last; months before anything happened are left out. */
  months: MoneyOfMonth[]
  /** What is paid monthly now, by the subscriptions as they stand. */
  bySubscriptions: number
  /** Where two sums ought to be one and aren't. */
  differences: Difference[]
}
export type Difference = {
  what: 'changes' | 'ledger' | 'subscriptions'
  month: string | null
  sums: [number, number]
}

const standingSchema = z.array(z.object({ currency: z.string(), total: z.number().int() }))

/** The monthly numbers of each currency, and where they don't reconcile with the ledger or with the subscriptions. */
export async function readMoney(pool: pg.Pool): Promise<MoneyOfCurrency[]> {
  return inTransaction(pool, async (client) => {
    // One moment for all of it: a payment that comes in between would look like a difference.
    await client.query('set transaction isolation level repeatable read, read only')
    const months = await readMoneyMonths(client)
    const { rows } = await client.query(
      'select trim(currency) as currency, total::float8 as total from money_standing where total <> 0',
    )
    const standing = standingSchema.parse(rows)
    const currencies = new Set([...months, ...standing].map(({ currency }) => currency))
    return [...currencies].toSorted().map((currency) =>
      moneyOf(
        currency,
        months.filter((month) => month.currency === currency),
        standing.find((each) => each.currency === currency)?.total ?? 0,
      ),
    )
  })
}

function moneyOf(currency: string, all: readonly MoneyOfMonth[], bySubscriptions: number): MoneyOfCurrency {
  const isEmpty = ({ month: _, currency: __, ...sums }: MoneyOfMonth) =>
    Object.values(sums).every((sum) => sum === 0)
  const first = all.findIndex((month) => !isEmpty(month))
  const months = first === -1 ? all.slice(-1) : all.slice(first)
  return { currency, months, bySubscriptions, differences: differencesOf(months, bySubscriptions) }
}

function differencesOf(months: readonly MoneyOfMonth[], bySubscriptions: number): Difference[] {
  const last = months.at(-1)
  const all = months.flatMap(({ month, end, endByChanges, ledger, ledgerByKinds }): Difference[] => [
    { what: 'changes', month, sums: [endByChanges, end] },
    { what: 'ledger', month, sums: [ledgerByKinds, ledger] },
  ])
  all.push({ what: 'subscriptions', month: last?.month ?? null, sums: [last?.end ?? 0, bySubscriptions] })
  return all.filter(({ sums: [one, other] }) => one !== other)
}
