import type pg from 'pg'

const mostAtOnce = 20_000

/**
 * Deletes counts whose time was over a minute ago, 20,000 at most; a minute, since processes read their own clocks.
 * Returns how many.
 */
export async function sweepLimits(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from limit_counts where key in (
       select key from limit_counts where expire < extract(epoch from now() - interval '1 minute') * 1000 limit $1
       for update skip locked
     )`,
    [mostAtOnce],
  )
  return rowCount ?? 0
}
