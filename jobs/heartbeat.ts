import type pg from 'pg'
import { seconds } from '#app/platform/durations.ts'
import type { Lane } from '#app/platform/queue/catalog.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'

/** How often a worker says that it lives. */
export const beatEvery = seconds(4)

/** After this much silence, on the database's clock, a worker counts as dead. */
const deadAfter = '15 seconds'

/** Only one worker sweeps at a time. Any number, the same for all. */
const sweepLock = 7_482_302

/** Says that a worker lives. */
export async function beat(pool: pg.Pool, poolId: string, lane: Lane): Promise<void> {
  await pool.query(
    'insert into worker_pools (id, lane, seen_at) values ($1, $2, now()) on conflict (id) do update set seen_at = now()',
    [poolId, lane],
  )
}

/** Takes a worker that has stopped in good order off the list. */
export async function signOff(pool: pg.Pool, poolId: string): Promise<void> {
  await pool.query('delete from worker_pools where id = $1', [poolId])
}

/**
 * Frees the jobs of workers that died holding them, which the queue by itself would keep locked for four hours. A
 * worker that was only paused loses them too: what it writes afterwards is refused by the run number. One that has
 * just begun and has not yet said that it lives keeps them, since its locks are young.
 */
export function sweepDead(pool: pg.Pool, unlock: (poolIds: string[]) => Promise<void>): Promise<string[]> {
  return inTransaction(pool, async (client) => {
    const { rows: lock } = await client.query('select pg_try_advisory_xact_lock($1) as taken', [sweepLock])
    if (!lock[0]?.taken) return []
    const { rows } = await client.query(
      `select distinct locked_by from graphile_worker.jobs
       where locked_by is not null and locked_at < now() - $1::interval and not exists (
         select 1 from worker_pools where id = locked_by and seen_at > now() - $1::interval
       )`,
      [deadAfter],
    )
    const dead = rows.map((row) => String(row.locked_by))
    await client.query('delete from worker_pools where seen_at < now() - $1::interval', [deadAfter])
    if (dead.length > 0) await unlock(dead)
    return dead
  })
}
