import type pg from 'pg'
import { z } from 'zod'

/** So many months from now on have their table before anything happens in them. */
const monthsAhead = 3

const namesSchema = z.array(z.object({ name: z.string().regex(/^analytics_events_\d{4}_\d{2}$/) }))
const nameOf = (month: Date) => `analytics_events_${month.toISOString().slice(0, 7).replace('-', '_')}`

/**
 * Makes the tables of the months that come, and drops those of months that ended more than `keep` months before this one,
 * with what is that old in the default one. Answers their names. Needs the owner's rights.
 */
export async function keepMonths(
  pool: pg.Pool,
  keep: number,
  now = new Date(),
): Promise<{ made: string[]; dropped: string[] }> {
  const monthFrom = (months: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  const made: string[] = []
  for (let ahead = 0; ahead <= monthsAhead; ahead += 1) {
    const month = monthFrom(ahead)
    const { rows } = await pool.query<{ made: boolean }>('select make_analytics_month($1::date) as made', [
      month.toISOString().slice(0, 10),
    ])
    if (rows[0]?.made) made.push(nameOf(month))
  }
  const { rows } = await pool.query(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'analytics_events'::regclass and c.relname ~ '^analytics_events_\\d{4}_\\d{2}$' and c.relname < $1
     order by 1`,
    [nameOf(monthFrom(-keep))],
  )
  const dropped = namesSchema.parse(rows).map(({ name }) => name)
  for (const name of dropped) await pool.query(`drop table if exists "${name}"`)
  await pool.query('delete from analytics_events_default where at < $1', [monthFrom(-keep)])
  return { made, dropped }
}
