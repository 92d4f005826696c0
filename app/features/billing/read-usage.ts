import type pg from 'pg'
import { z } from 'zod'
import { ownerKey } from '#app/platform/owner.ts'

const rowsSchema = z.array(z.object({ day: z.string(), threads: z.number() }))
export type DayOfUse = z.output<typeof rowsSchema>[number]

const ofThisMonth = `date_trunc('month', now() at time zone 'utc')`

/** What is counted of a month: what is charged to somebody's plan; where nothing is, the threads that they still have. */
const counted = {
  charges: {
    of: (userId: string) => ownerKey({ userId }),
    rows: `select at from quota_charges
      where subjects @> array[$1] and period >= ${ofThisMonth}::date and given_back_at is null`,
  },
  threads: {
    of: (userId: string) => userId,
    rows: 'select created_at as at from threads where user_id = $1::uuid',
  },
}

/** How many threads somebody made on each day of this month (UTC), today included: as the sum of their plan counts them. */
export async function readUsage(
  queryable: Pick<pg.Pool, 'query'>,
  userId: string,
  what: keyof typeof counted,
): Promise<DayOfUse[]> {
  const { rows } = await queryable.query(
    `with days as (
       select generate_series(${ofThisMonth}, now() at time zone 'utc', '1 day')::date as day
     ), made as (
       select (at at time zone 'utc')::date as day, count(*)::int as threads from (${counted[what].rows}) as each
       where at >= ${ofThisMonth} at time zone 'utc' group by 1
     )
     select days.day::text, coalesce(threads, 0) as threads from days left join made using (day) order by 1`,
    [counted[what].of(userId)],
  )
  return rowsSchema.parse(rows)
}
