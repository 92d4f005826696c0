import type pg from 'pg'
import { z } from 'zod'

const cents = z.number().int()
const daysSchema = z.array(
  z.object({
    /** YYYY-MM-DD, in UTC. */
    day: z.iso.date(),
    currency: z.string(),
    /** What was paid monthly at the day's end, by what each last changed to. */
    end: cents,
    /** What was paid monthly by those who stopped on that day, and how many they were. */
    churned: cents,
    churners: z.number().int(),
    /** How many were paying at the day's end, and before it began. */
    payers: z.number().int(),
    payersBefore: z.number().int(),
  }),
)
export type MoneyOfDay = z.output<typeof daysSchema>[number]

/**
 * Monthly revenue by the day from one to another, both included (UTC), each currency by itself: the same sums as
 * `readMoneyMonths` makes of months, so that a month's last day and the month end alike.
 */
export async function readMoneyDays(
  queryable: Pick<pg.ClientBase, 'query'>,
  { from, to }: { from: string; to: string },
): Promise<MoneyOfDay[]> {
  const { rows } = await queryable.query(
    `with changes as (
       select *, lead(at) over (partition by user_id, currency order by at, id) as until from subscription_changes
     ), days as (
       select day::date as day, day at time zone 'utc' as begins, (day + interval '1 day') at time zone 'utc' as ends
       from generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') as day
     ), currencies as (select distinct currency from subscription_changes),
     standing as (
       select day, currency, sum(to_cents) as total, count(*) filter (where to_cents > 0) as payers
       from days join changes on at < ends and (until is null or until >= ends) group by 1, 2
     ), paying as (
       select day, currency, count(*) as payers from days
       join changes on to_cents > 0 and at < begins and (until is null or until >= begins) group by 1, 2
     ), stopped as (
       select day, currency, sum(from_cents) as total, count(*) as churners
       from days join changes on at >= begins and at < ends and to_cents = 0 group by 1, 2
     )
     select days.day::text, trim(currency) as currency, coalesce(standing.total, 0)::float8 as end,
       coalesce(standing.payers, 0)::int as payers,
       coalesce(paying.payers, 0)::int as "payersBefore", coalesce(stopped.total, 0)::float8 as churned,
       coalesce(churners, 0)::int as churners
     from days cross join currencies
     left join standing using (day, currency) left join stopped using (day, currency)
     left join paying using (day, currency) order by currency, days.day`,
    [from, to],
  )
  return daysSchema.parse(rows)
}
