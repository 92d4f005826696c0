import type pg from 'pg'
import { z } from 'zod'

const rowsSchema = z.array(z.object({ day: z.string(), threads: z.number() }))
export type DayOfUse = z.output<typeof rowsSchema>[number]

/** How many of the threads that somebody still has were made on each day of this month (UTC), today included. */
export async function readUsage(queryable: Pick<pg.Pool, 'query'>, userId: string): Promise<DayOfUse[]> {
  const { rows } = await queryable.query(
    `with days as (
       select generate_series(date_trunc('month', now() at time zone 'utc'), now() at time zone 'utc', '1 day')::date as day
     ), made as (
       select (created_at at time zone 'utc')::date as day, count(*)::int as threads from threads
       where user_id = $1 and created_at >= date_trunc('month', now() at time zone 'utc') at time zone 'utc' group by 1
     )
     select days.day::text, coalesce(threads, 0) as threads from days left join made using (day) order by 1`,
    [userId],
  )
  return rowsSchema.parse(rows)
}
