import type pg from 'pg'
import { inTransaction } from '#app/platform/transaction.server.ts'

/**
 * Sums minutes up by the hour, and deletes what has been kept for long enough: minutes after three days, hours after eight weeks
 * and a day, alerts that are over and days of the status page after 400 days. Hours of which a minute may still come are summed
 * up anew, so it may run any number of times. `now` is the database's without it.
 */
export async function sweepMeasures(pool: pg.Pool, now: Date | null = null): Promise<void> {
  await inTransaction(pool, async (client) => {
    // An hour is summed up of all of its minutes or not at all.
    await client.query(
      `with since as (
         select greatest(
           coalesce((select max(hour) from measure_hours) - interval '1 hour', '-infinity'),
           date_trunc('hour', coalesce($1::timestamptz, now()) - interval '3 days') + interval '1 hour'
         ) as since
       )
       insert into measure_hours (hour, name, labels, value)
       select date_trunc('hour', minute), name, labels, sum(value) from measure_minutes
       where minute >= (select since from since) group by 1, 2, 3 order by 1, 2, 3
       on conflict (name, hour, labels) do update set value = excluded.value`,
      [now],
    )
    for (const [condition, age] of [
      ['measure_minutes where minute', '3 days'],
      ['measure_hours where hour', '57 days'],
      ['measure_sources where seen_at', '1 day'],
      ['alerts where cleared_at', '400 days'],
      ['component_days where day', '400 days'],
    ])
      await client.query(`delete from ${condition} < coalesce($1::timestamptz, now()) - $2::interval`, [
        now,
        age,
      ])
  })
}
