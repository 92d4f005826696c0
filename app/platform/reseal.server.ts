import type pg from 'pg'
import { z } from 'zod'
import type { SealedColumn, SealPurpose } from './sealed-columns.ts'
import type { Sealer } from './sealer.server.ts'

/** What came of a column. */
export type Resealed = {
  /** Rows that were sealed under the present key already. */
  current: number
  /** Rows that are now, or would be. */
  resealed: number
  /** Rows that were written by somebody else in between; doing it again finds them. */
  changed: number
  /** The ids of rows that none of the keys opens. */
  unopened: string[]
}

const batchSize = 200

/** Comes before every id of its type. */
const beforeAll = { uuid: '00000000-0000-0000-0000-000000000000', text: '' }

const rowsSchema = z.array(z.object({ id: z.string(), sealed: z.string() }))

/**
 * Seals a column anew under the present key, 200 rows at a time: each is written only where it is still what was read, so
 * that it runs beside everything else, may be broken off, and does nothing where it is done. Every row is opened, also
 * those that stay, so that what can't be read is known. `isTrial` writes nothing.
 */
export async function resealColumn(
  pool: pg.Pool,
  sealer: Sealer,
  { purpose, table, id, column }: SealedColumn,
  { isTrial }: { isTrial: boolean },
): Promise<Resealed> {
  const outcome: Resealed = { current: 0, resealed: 0, changed: 0, unopened: [] }
  let after = beforeAll[id.type]
  while (true) {
    const { rows } = await pool.query(
      `select ${id.column}::text as id, ${column} as sealed from ${table}
       where ${column} is not null and ${id.column} > $1::${id.type} order by ${id.column} limit $2`,
      [after, batchSize],
    )
    const read = rowsSchema.parse(rows)
    const stale = read.flatMap((row) => staleRow(sealer, purpose, row, outcome))
    if (!isTrial && stale.length > 0) {
      const { rowCount } = await pool.query(
        `update ${table} t set ${column} = n.fresh
         from unnest($1::text[], $2::text[], $3::text[]) as n (id, sealed, fresh)
         where t.${id.column} = n.id::${id.type} and t.${column} = n.sealed`,
        [stale.map((row) => row.id), stale.map((row) => row.sealed), stale.map((row) => row.fresh)],
      )
      outcome.changed += stale.length - (rowCount ?? 0)
    }
    outcome.resealed += stale.length
    const last = read.at(-1)
    if (!last || read.length < batchSize) break
    after = last.id
  }
  return { ...outcome, resealed: outcome.resealed - outcome.changed }
}

/** A row with what is to stand there; none where it may stay, or can't be opened. */
function staleRow(
  sealer: Sealer,
  purpose: SealPurpose,
  { id, sealed }: { id: string; sealed: string },
  outcome: Resealed,
): { id: string; sealed: string; fresh: string }[] {
  let text: string
  try {
    text = sealer.open(purpose, sealed)
  } catch {
    outcome.unopened.push(id)
    return []
  }
  if (!sealer.isCurrent(sealed)) return [{ id, sealed, fresh: sealer.seal(purpose, text) }]
  outcome.current += 1
  return []
}
