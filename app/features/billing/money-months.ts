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
 * against the disputes. What a month ends with is read from the last change of each person and currency, and not made of the
 * month's sums, so that both can be held against one another.
 */
export async function readMoneyMonths(queryable: Pick<pg.Pool, 'query'>): Promise<MoneyOfMonth[]> {
  const { rows } = await queryable.query(
    `with changes as (
       select *, row_number() over (partition by user_id order by at, id) = 1 as is_first,
         lead(at) over (partition by user_id, currency order by at, id) as until
       from subscription_changes
     ), bounds as (
       select date_trunc('month', greatest(
         now(), (select max(at) from subscription_changes), (select max(at) from ledger_entries)
       ) at time zone 'utc') as last
     ), months as (
       select month, month at time zone 'utc' as begins, (month + interval '1 month') at time zone 'utc' as ends
       from bounds, generate_series(last - $1 * interval '1 month', last, '1 month') as month
     ), currencies as (
       select currency from subscription_changes union select currency from ledger_entries
     ), standing as (
       select begins, currency, sum(to_cents) as total from months
       join changes on at < ends and (until is null or until >= ends) group by 1, 2
     ), moved as (
       select begins, currency,
         sum(to_cents) filter (where from_cents = 0 and is_first) as new,
         sum(to_cents) filter (where from_cents = 0 and not is_first) as reactivated,
         sum(to_cents - from_cents) filter (where from_cents > 0 and to_cents > from_cents) as expansion,
         sum(from_cents - to_cents) filter (where to_cents > 0 and to_cents < from_cents) as contraction,
         sum(from_cents) filter (where to_cents = 0) as churned
       from months join changes on at >= begins and at < ends group by 1, 2
     ), came as (
       select begins, currency, sum(amount_cents) as total,
         sum(amount_cents) filter (where kind = 'payment') as received,
         -sum(amount_cents) filter (where kind in ('refund', 'refund-failed')) as refunded,
         -sum(amount_cents) filter (where kind in ('dispute', 'dispute-won')) as disputed
       from months join ledger_entries on at >= begins and at < ends group by 1, 2
     )
     select to_char(month, 'YYYY-MM') as month, trim(currency) as currency,
       coalesce(standing.total, 0)::float8 as end, coalesce(new, 0)::float8 as new,
       coalesce(expansion, 0)::float8 as expansion, coalesce(reactivated, 0)::float8 as reactivated,
       coalesce(contraction, 0)::float8 as contraction, coalesce(churned, 0)::float8 as churned,
       coalesce(received, 0)::float8 as received, coalesce(refunded, 0)::float8 as refunded,
       coalesce(disputed, 0)::float8 as disputed, coalesce(came.total, 0)::float8 as ledger
     from months cross join currencies
     left join standing using (begins, currency) left join moved using (begins, currency)
     left join came using (begins, currency)
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
