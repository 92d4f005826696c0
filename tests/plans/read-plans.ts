import type pg from 'pg'
import { z } from 'zod'
import { boundedIndexes, boundedTables } from './bounded-tables.ts'
import type { Statement } from './record-statements.ts'

const nodeSchema = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  Schema: z.string().optional(),
  Filter: z.string().optional(),
  'Total Cost': z.number(),
  'Plan Rows': z.number(),
  get Plans(): z.ZodOptional<z.ZodArray<typeof nodeSchema>> {
    return z.array(nodeSchema).optional()
  },
})
type Node = z.infer<typeof nodeSchema>
const explainedSchema = z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })

type Plan = {
  cost: number
  /** How each table is come by: `mails by mails_pkey`, `mails from end to end`. */
  ways: string[]
  /** The large tables, or indexes of them, that are read from end to end. */
  wholly: string[]
}

/** A statement with the plan that PostgreSQL would choose. */
export type Planned = Statement & { plan: Plan }

/**
 * Plans statements without running them. Of a prepared one PostgreSQL may choose the plan that is good for any values, where that costs no more
 * than one for these values: then that one counts.
 */
export async function readPlans(pool: pg.Pool, statements: Statement[]): Promise<Planned[]> {
  const planned: Planned[] = []
  for (const statement of statements) {
    const forThese = await explain(pool, `explain (verbose, format json) ${statement.text}`, statement.values)
    const forAll = statement.isNamed
      ? await explain(pool, `explain (generic_plan, verbose, format json) ${statement.text}`)
      : null
    planned.push({ ...statement, plan: forAll && forAll.cost <= forThese.cost ? forAll : forThese })
  }
  return planned
}

async function explain(pool: pg.Pool, text: string, values?: unknown[]): Promise<Plan> {
  try {
    const { rows } = await pool.query(text, values)
    const [{ Plan: root }] = explainedSchema.parse(rows[0])['QUERY PLAN']
    const found = nodesOf(root, null)
    return {
      cost: root['Total Cost'],
      ways: [...new Set(found.map(({ way }) => way))],
      wholly: [...new Set(found.flatMap(({ wholly }) => wholly ?? []))],
    }
  } catch (error) {
    throw new Error(`A statement can’t be planned: ${text}`, { cause: error })
  }
}

type Found = { way: string; wholly?: string }

/** What hands on rows as they come, so that it takes no more of them than are taken of it. */
const passesOn =
  /^(Nested Loop|Subquery Scan|Result|Append|Merge Append|ProjectSet|LockRows|Unique|Memoize|Incremental Sort|Gather|Gather Merge)$/

/** So many times as many as are wanted have to pass a filter for an index to be read in its order. */
const plenty = 100

/** `wanted`: how many rows whoever is above takes at most; null for all. */
function nodesOf(node: Node, wanted: number | null): Found[] {
  const isLimit = node['Node Type'] === 'Limit'
  const wantedBelow = isLimit ? node['Plan Rows'] : passesOn.test(node['Node Type']) ? wanted : null
  const below = (node.Plans ?? []).flatMap((each) => nodesOf(each, wantedBelow))
  const way = wayOf(node, wanted)
  return way ? [way, ...below] : below
}

function wayOf(node: Node, wanted: number | null): Found | null {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index, Schema: schema } = node
  const isBounded = table !== undefined && (schema === 'pg_catalog' || nameOfTable(table) in boundedTables)
  if (type === 'Seq Scan' && table) {
    const way = `${table} from end to end`
    return isBounded ? { way } : { way, wholly: way }
  }
  if (!/^(Index Scan|Index Only Scan|Bitmap Index Scan)$/.test(type) || !index) return null
  const way = table ? `${table} by ${index}` : index
  // In its order an index is read for as long as rows are wanted, which is to its end where few pass a filter; how many hold a
  // part of a word nobody knows.
  const found = /~~/.test(node.Filter ?? '') ? 0 : node['Plan Rows']
  const endsEarly = wanted !== null && (node.Filter === undefined || found >= plenty * wanted)
  if (node['Index Cond'] !== undefined || isBounded || index in boundedIndexes || endsEarly) return { way }
  return { way, wholly: `${way}, from end to end` }
}

/** Partitions count as the table that they are of. */
const nameOfTable = (name: string) => name.replace(/_(\d{4}_\d{2}|default)$/, '')
