import type pg from 'pg'
import { z } from 'zod'

const counts = {
  seen: z.number(),
  asked: z.number(),
  ready: z.number(),
  failed: z.number(),
  edited: z.number(),
  signUps: z.number(),
  p95Ms: z.number().nullable(),
}
const armsSchema = z.array(z.object({ arm: z.string(), ...counts }))
export type Arm = z.output<typeof armsSchema>[number]

/** What is counted of the events `e` of a side, by the subjects that `who` has where it counts them. */
const sums = `
  count(*) filter (where e.name = 'thread_asked')::int as asked,
  count(*) filter (where e.name = 'thread_ready')::int as ready,
  count(*) filter (where e.name = 'thread_failed')::int as failed,
  count(*) filter (where e.name = 'thread_edited')::int as edited,
  count(*) filter (where e.name = 'signed_up')::int as "signUps",
  percentile_disc(0.95) within group (order by (e.props->>'totalMs')::float8)
    filter (where e.name = 'thread_ready' and e.props ? 'totalMs') as "p95Ms"`

const since = `date_trunc('day', now() at time zone 'utc') at time zone 'utc' - ($1::int - 1) * interval '1 day'`

/**
 * What those did whom a flag was shown to, by the side that they were on when they first saw it, in the last so many days
 * (UTC): from that day on. Who asks not to be tracked is in neither.
 */
export async function compareFlag(pool: pg.Pool, flag: string, days: number): Promise<Arm[]> {
  const { rows } = await pool.query(
    `with exposed as (
       select distinct on (subject) subject, props->>'arm' as arm, at as since from analytics_events
       where name = 'flag_exposed' and at >= ${since} and props->>'flag' = $2 order by subject, at
     )
     select w.arm, count(distinct w.subject)::int as seen, ${sums}
     from exposed w left join analytics_events e
       on e.subject = w.subject and e.at >= w.since and e.at >= ${since} and e.name <> 'flag_exposed'
     group by w.arm order by w.arm desc`,
    [days, flag],
  )
  return armsSchema.parse(rows)
}

/** The same by the version that noted the event; `seen` is how often the first page was. */
export async function compareVersions(pool: pg.Pool, days: number): Promise<Arm[]> {
  const { rows } = await pool.query(
    `select case when version = '' then 'unknown' else version end as arm,
       count(*) filter (where e.name = 'landing_seen')::int as seen, ${sums}
     from analytics_events e where e.at >= ${since} group by 1 order by max(e.at) desc limit 10`,
    [days],
  )
  return armsSchema.parse(rows)
}
