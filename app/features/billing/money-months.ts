import type pg from 'pg'
import { z } from 'zod'

const cents = z.number().int()
const rowSchema = z.object({
  /** YYYY-MM, in UTC. */
  month: z.string(),
  currency: z.string(),
  /** What was paid monthly at the month's end, by what each last changed to. */
  end: cents,
  new: cents,
  expansion: cents,
  reactivated: cents,
  contraction: cents,
  churned: cents,
  received: cents,
  refunded: cents,
  disputed: cents,
  /** All that the ledger has of the month, whatever its kind. */
  ledger: cents,
})
type Row = z.output<typeof rowSchema>

export type MoneyOfMonth = Row & {
  /** What was paid monthly when the month began. */
  start: number
  /** Where the month should end by what happened in it. */
  endByChanges: number
  /** What the ledger should come to by what was received, refunded and disputed. */
  ledgerByKinds: number
}

/** So many months are shown at most, with the one that runs. */
const mostMonths = 24

/**
 * The months of the books, the oldest first, each currency by itself; amounts in its smallest unit. Who begins is new the
 * first time and reactivated after that; what was refunded and came back counts against the refunds, a dispute that was won
 * against the disputes. What a month ends with is made of what each change led to, and not of the month's sums, so that both
 * can be held against one another. Read from the sums that the database keeps by the day (money_days).
 */
export async function readMoneyMonths(queryable: Pick<pg.Pool, 'query'>): Promise<MoneyOfMonth[]> {
  const { rows } = await queryable.query(
    `with bounds as (
       select last, last - $1 * interval '1 month' as first from (
         select date_trunc('month', greatest(now() at time zone 'utc', (select max(day) from money_days))) as last
       ) as latest
     ), grid as (
       select * from (select distinct currency from money_days) as currencies,
         (select generate_series(first, last, '1 month') as month from bounds) as months
     ), sums as (
       -- All that was before counts to the first, of which no more is shown than what it ends with.
       select greatest(date_trunc('month', day::timestamp), first) as month, currency, sum(standing) as standing,
         sum(begun) as new, sum(reactivated) as reactivated, sum(expansion) as expansion,
         sum(contraction) as contraction, sum(churned) as churned, sum(received) as received,
         sum(refunded) as refunded, sum(disputed) as disputed, sum(ledger) as ledger
       from money_days, bounds group by 1, 2
     )
     select to_char(month, 'YYYY-MM') as month, trim(currency) as currency,
       sum(coalesce(standing, 0)) over (partition by currency order by month)::float8 as end,
       coalesce(new, 0)::float8 as new,
       coalesce(expansion, 0)::float8 as expansion, coalesce(reactivated, 0)::float8 as reactivated,
       coalesce(contraction, 0)::float8 as contraction, coalesce(churned, 0)::float8 as churned,
       coalesce(received, 0)::float8 as received, coalesce(refunded, 0)::float8 as refunded,
       coalesce(disputed, 0)::float8 as disputed, coalesce(ledger, 0)::float8 as ledger
     from grid left join sums using (month, currency)
     order by currency, month`,
    // One more than is shown, for what the first one starts with.
    [mostMonths],
  )
  return withStarts(z.array(rowSchema).parse(rows))
}

function withStarts(rows: Row[]): MoneyOfMonth[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    if (before?.currency !== row.currency) return []
    const { new: begun, expansion, reactivated, contraction, churned, received, refunded, disputed } = row
    return [
      {
        ...row,
        start: before.end,
        endByChanges: before.end + begun + expansion + reactivated - contraction - churned,
        ledgerByKinds: received - refunded - disputed,
      },
    ]
  })
}
