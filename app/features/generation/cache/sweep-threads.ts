import type pg from 'pg'

const mostAtOnce = 5_000

/** Deletes kept threads whose time is over, 5,000 at most, and claims of those who died. Returns how many threads. */
export async function sweepThreads(pool: pg.Pool): Promise<number> {
  await pool.query(`delete from thread_claims where until < now() - interval '1 minute'`)
  const { rowCount } = await pool.query(
    `delete from thread_cache where key in (select key from thread_cache where expires_at <= now() limit $1)`,
    [mostAtOnce],
  )
  return rowCount ?? 0
}
