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
 * Monthly revenue by the day from one to another, both included (UTC), each currency by itself, of the same sums as
 * `readMoneyMonths`, so that a month's last day and the month end alike.
 */
export async function readMoneyDays(
  queryable: Pick<pg.ClientBase, 'query'>,
  { from, to }: { from: string; to: string },
): Promise<MoneyOfDay[]> {
  const { rows } = await queryable.query(
    `with grid as (
       select day::date, currency from generate_series($1::date - interval '1 day', $2::date, '1 day') as day,
         -- Of a currency that something was paid in, but nothing monthly, there is nothing to say.
         (select currency from money_days group by 1
          having bool_or((standing, begun, reactivated, churners) <> (0, 0, 0, 0))) as currencies
     ), sums as (
       -- All that was before counts to the day before the first, which isn't shown.
       select greatest(day, $1::date - 1) as day, currency, sum(standing) as standing, sum(payers) as payers,
         sum(churned) as churned, sum(churners) as churners
       from money_days group by 1, 2
     ), running as (
       select day, currency, sum(coalesce(standing, 0)) over until_day as standing,
         sum(coalesce(payers, 0)) over until_day as payers,
         coalesce(payers, 0) as more_payers, coalesce(churned, 0) as churned, coalesce(churners, 0) as churners
       from grid left join sums using (day, currency)
       window until_day as (partition by currency order by day)
     )
     select day::text, trim(currency) as currency, standing::float8 as end, payers::int as payers,
       (payers - more_payers)::int as "payersBefore", churned::float8 as churned, churners::int as churners
     from running where day >= $1::date order by currency, day`,
    [from, to],
  )
  return daysSchema.parse(rows)
}
