import type pg from 'pg'
import { z } from 'zod'

const rowSchema = z.array(z.object({ name: z.string(), bytes: z.number(), rows: z.number() }))
export type TableSizes = Record<string, { bytes: number; rows: number }>

/** What each table of ours takes, with its indexes, and how many rows it has. */
export async function readSizes(pool: pg.Pool): Promise<TableSizes> {
  const tables = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const counts = tables.rows.map(
    ({ name }) =>
      `select '${name}' as name, pg_total_relation_size('"${name}"')::float8 as bytes, count(*)::int as rows from "${name}"`,
  )
  const { rows } = await pool.query(counts.join(' union all '))
  return Object.fromEntries(rowSchema.parse(rows).map(({ name, bytes, rows }) => [name, { bytes, rows }]))
}

/** By table, what so many threads have added each: bytes with indexes, and rows. Those that got nothing are left out. */
export function addedEach(before: TableSizes, after: TableSizes, threads: number): TableSizes {
  const added = Object.entries(after).map(([name, { bytes, rows }]) => {
    const was = before[name] ?? { bytes: 0, rows: 0 }
    return [name, { bytes: (bytes - was.bytes) / threads, rows: (rows - was.rows) / threads }] as const
  })
  return Object.fromEntries(
    added.filter(([, { rows }]) => rows > 0).toSorted(([, one], [, other]) => other.bytes - one.bytes),
  )
}
