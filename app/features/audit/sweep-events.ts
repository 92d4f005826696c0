import type pg from 'pg'

const mostAtOnce = 10_000

/**
 * Deletes events older than so many days (30 at least, whatever is said), 10,000 at most, and returns how many. The
 * database lets nothing else remove any.
 */
export async function sweepEvents(pool: pg.Pool, keepDays: number): Promise<number> {
  const { rows } = await pool.query<{ swept: number }>('select sweep_audit_events($1, $2) as swept', [
    keepDays,
    mostAtOnce,
  ])
  return rows[0]?.swept ?? 0
}
