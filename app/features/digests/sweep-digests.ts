import type pg from 'pg'
import { jobCatalog } from '#app/platform/queue/catalog.ts'

const mostAtOnce = 10_000

/** Adds a job for each digest that is due, 10,000 at most, in one statement. Returns how many. */
export async function sweepDigests(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `select enqueue_job('send_digest',
       json_build_object('userId', user_id, 'dueAt', to_char(next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
       $1::int, 'digest:' || user_id)
     from (select user_id, next_at from digest_settings where next_at <= now() order by next_at limit ${mostAtOnce}) due`,
    [jobCatalog.send_digest.maxAttempts],
  )
  return rowCount ?? 0
}
