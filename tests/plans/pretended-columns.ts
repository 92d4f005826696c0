import type pg from 'pg'
import { z } from 'zod'
import { days } from '#app/platform/durations.ts'

const columnSchema = z.object({
  schema: z.string(),
  table: z.string(),
  isParent: z.boolean(),
  name: z.string(),
  isNeeded: z.boolean(),
  type: z.string(),
  labels: z.array(z.string()).nullable(),
})
type Column = z.infer<typeof columnSchema>

const columnsStatement = `
  select n.nspname as schema, c.relname as "table", c.relkind = 'p' as "isParent", a.attname as name, a.attnotnull as "isNeeded",
    t.typname as type, (select array_agg(enumlabel::text) from pg_enum where enumtypid = t.oid) as labels
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
  where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`

/** What is one of some twenty words, such as `mails.state` and `audit_events.subject_kind`. */
const ofAKind =
  /(^|_)(kind|state|status|name|action|template|type|network|reason|code|purpose|task|plan|origin)$/

/** What is set for few of many, by table and column. */
const rarelySet = new Set(['users.limited_at', 'users.disabled_at', 'users.delete_after'])

/**
 * Has the planner believe of every column what its type suggests: what refers to something does so ten times over, moments are
 * spread over the last 400 days, one flag in ten is set, of what may be nothing a third is.
 */
export async function pretendColumns(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(columnsStatement)
  for (const row of rows) await pretend(pool, columnSchema.parse(row))
}

async function pretend(pool: pg.Pool, column: Column): Promise<void> {
  const { schema, table, name, isParent, isNeeded, type } = column
  const { distinct, common, bounds } = spreadOf(column)
  await pool.query(
    `select pg_restore_attribute_stats('schemaname', $1::text, 'relname', $2::text, 'attname', $3::text,
       'inherited', $4::boolean, 'null_frac', $5::real, 'avg_width', $6::integer, 'n_distinct', $7::real
       ${common ? `, 'most_common_vals', $8::text, 'most_common_freqs', $9::real[]` : ''}
       ${bounds ? `, 'histogram_bounds', $8::text, 'correlation', 0.5::real` : ''})`,
    [
      schema,
      table,
      name,
      isParent,
      isNeeded ? 0 : rarelySet.has(`${table}.${name}`) ? 0.999 : 1 / 3,
      type === 'tsvector' || type === 'jsonb' ? 400 : 24,
      distinct,
      ...(common ? [listOf(common.map(([value]) => value)), common.map(([, share]) => share)] : []),
      ...(bounds ? [listOf(bounds)] : []),
    ],
  )
}

type Spread = { distinct: number; common?: [string, number][]; bounds?: string[] }

/** As pg_stats has it: so many values, or below nothing such a share of the rows. */
function spreadOf({ name, type, labels }: Column): Spread {
  if (type === 'bool')
    return {
      distinct: 2,
      common: [
        ['f', 0.9],
        ['t', 0.1],
      ],
    }
  if (labels) return { distinct: labels.length, common: labels.map((label) => [label, 1 / labels.length]) }
  if (/^(timestamptz?|date)$/.test(type)) return { distinct: -0.5, bounds: moments() }
  return { distinct: type === 'text' && ofAKind.test(name) ? 20 : -0.1 }
}

const moments = () =>
  Array.from({ length: 101 }, (_, at) => new Date(Date.now() - days(4 * (100 - at))).toISOString())

const listOf = (values: string[]) => `{${values.map((value) => `"${value}"`).join(',')}}`
