import type pg from 'pg'
import { z } from 'zod'

const rowsSchema = z.array(z.object({ lane: z.string(), seen_at: z.date() }))

/** Workers that have not signed off, with when each last said that it lives; a hundred at most. */
export async function readWorkers(pool: pg.Pool): Promise<{ lane: string; seenAt: Date }[]> {
  const { rows } = await pool.query('select lane, seen_at from worker_state()')
  return rowsSchema.parse(rows).map(({ lane, seen_at }) => ({ lane, seenAt: seen_at }))
}
