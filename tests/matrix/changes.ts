import type pg from 'pg'
import { z } from 'zod'

/** What processes write down of themselves, whoever asks for what. */
const heartbeats = [
  'worker_pools',
  'measure_minutes',
  'measure_hours',
  'measure_sources',
  'watch_marks',
  'component_days',
]

/** All tables but the processes' heartbeats and the events that looking at a page is counted by; the jobs are among them. */
export async function countedTables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all ($1::text[])
       and tablename not like 'analytics_events%'
     order by 1`,
    [heartbeats],
  )
  return [...rows.map((row) => row.name), 'graphile_worker._private_jobs']
}

const countSchema = z.object({ count: z.coerce.number() })

/**
 * Has the database note each row that is written to those tables, in the transaction that writes it, so that where the
 * count stays nothing has changed and nothing has to be read again.
 */
export async function countChanges(pool: pg.Pool): Promise<() => Promise<number>> {
  await pool.query(
    `create schema noted;
     create table noted.changes (id bigserial);
     create function noted.note() returns trigger language plpgsql security definer as
       'begin insert into noted.changes default values; return null; end'`,
  )
  for (const table of await countedTables(pool))
    await pool.query(
      `create trigger noted after insert or update or delete on ${table} for each row execute function noted.note()`,
    )
  return async () => countSchema.parse((await pool.query('select count(*) from noted.changes')).rows[0]).count
}

/** What is read, and kept until something has changed. What changes while it is read is read again the next time. */
export function keptWhileSame<Read>(
  count: () => Promise<number>,
  read: () => Promise<Read>,
): () => Promise<Read> {
  let kept: { at: number; what: Read } | undefined
  return async () => {
    const at = await count()
    if (kept?.at !== at) kept = { at, what: await read() }
    return kept.what
  }
}
