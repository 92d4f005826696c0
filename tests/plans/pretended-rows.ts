import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import { boundedTables } from './bounded-tables.ts'
import { pretendColumns } from './pretended-columns.ts'

const rowsOfLarge = 1_000_000
const rowsOfBounded = 1_000
const bytesOfPage = 8192
/** A file of PostgreSQL's holds 1 GB; what is larger lies in several. */
const mostPages = 131_000

const relationSchema = z.object({
  oid: z.coerce.string(),
  name: z.string(),
  schema: z.string(),
  kind: z.enum(['r', 'p', 'i', 'I']),
  table: z.string(),
  /** Of a row, as its columns' types say. */
  width: z.coerce.number(),
  isPartial: z.boolean(),
  file: z.string().nullable(),
})
type Relation = z.infer<typeof relationSchema>

/** Partitions count as the table that they are of. */
const relationsStatement = `
  select c.oid, c.relname as name, n.nspname as schema, c.relkind as kind,
    coalesce((select inhparent::regclass::text from pg_inherits where inhrelid = coalesce(i.indrelid, c.oid)),
      (select relname from pg_class where oid = coalesce(i.indrelid, c.oid))) as "table",
    (select sum(case when typlen > 0 then typlen when t.typname in ('tsvector', 'jsonb') then 400
       when t.typname in ('text', 'bytea') then 60 else 30 end)
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as width,
    i.indpred is not null as "isPartial", pg_relation_filepath(c.oid) as file
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_index i on i.indexrelid = c.oid
  where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p', 'i', 'I')`

/**
 * Has the planner believe that every table of a database holds a million rows, but for those that are bounded, without a row being written:
 * the statistics are set, and the files are as long as they would be (sparse, so that they take no room), since the planner
 * multiplies what the statistics say of a page by the pages that it finds. It is good for EXPLAIN alone. `folder` is the server's.
 */
export async function pretendRows(pool: pg.Pool, folder: string): Promise<void> {
  const { rows } = await pool.query(relationsStatement)
  const relations = rows.map((row) => relationSchema.parse(row))
  for (const relation of relations) await pretend(pool, folder, relation)
  await pretendColumns(pool)
}

async function pretend(pool: pg.Pool, folder: string, relation: Relation): Promise<void> {
  const { name, schema, kind, table, width, isPartial, file } = relation
  const all = table in boundedTables ? rowsOfBounded : rowsOfLarge
  const tuples = isPartial ? all / 10 : all
  const isIndex = kind === 'i' || kind === 'I'
  const pages = Math.min(mostPages, Math.ceil((tuples * (width + (isIndex ? 12 : 28))) / bytesOfPage) + 1)
  // Only the first page of an index is looked at, which is there.
  if (file !== null) truncateSync(join(folder, file), pages * bytesOfPage)
  await pool.query(
    `select pg_restore_relation_stats('schemaname', $1::text, 'relname', $2::text, 'relpages', $3::integer,
       'reltuples', $4::real, 'relallvisible', $5::integer)`,
    [schema, name, pages, tuples, isIndex ? 0 : Math.floor(pages * 0.9)],
  )
}

/** Has the planner believe that half of the rows of the library's tables are one person's. */
export async function pretendHeavyOwner(pool: pg.Pool): Promise<void> {
  for (const [table, name] of [
    ['library_entries', 'owner'],
    ['thread_tags', 'owner'],
    ['source_words', 'owner'],
    ['threads', 'user_id'],
    ['sources', 'user_id'],
  ])
    await pool.query(
      `select pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', $2::text,
         'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real)`,
      [table, name],
    )
}
