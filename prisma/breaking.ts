import { loadModule, parseSync } from 'libpg-query'
import { z } from 'zod'

/** A statement that the release before, which runs beside the new one for a while, may not bear. */
export type Breaking = {
  /** The statement, as far as it fits a line. */
  statement: string
  why: string
}

/** What is large where Threadr is used: an index of it may only be made without stopping who writes to it. */
const largeTables = new Set([
  'analytics_events',
  'audit_events',
  'generation_events',
  'generations',
  'library_entries',
  'mails',
  'model_calls',
  'revisions',
  'snapshots',
  'source_words',
  'sources',
  'threads',
  'tweets',
  'users',
])

/** Said before a statement, with why it may go by now: that no release that still runs uses what it takes away. */
const contractMark = /^\s*--\s*contract:[ \t]*\S/m

const node = z.record(z.string(), z.unknown())
const parsedSchema = z.object({
  stmts: z.array(
    z.object({ stmt: node, stmt_location: z.number().default(0), stmt_len: z.number().optional() }),
  ),
})
const relation = z.object({ relation: z.object({ relname: z.string() }) })
const constraint = z.object({
  Constraint: z.object({
    contype: z.string(),
    skip_validation: z.boolean().default(false),
  }),
})
const command = z.object({
  AlterTableCmd: z.object({
    subtype: z.string(),
    name: z.string().default(''),
    def: node.optional(),
  }),
})

await loadModule()

/**
 * The statements of a migration that break the release before it (it has to go on reading and writing), or stop it for as
 * long as a large table is gone through. PostgreSQL's own parser reads them. Those marked with `-- contract: WHY` are let
 * pass. Throws the parser's error.
 */
export function breakingStatements(script: string): Breaking[] {
  const bytes = Buffer.from(script)
  const made = new Set<string>()
  let end = 0
  return parsedSchema
    .parse(parseSync(script))
    .stmts.flatMap(({ stmt, stmt_location: at, stmt_len: length }) => {
      // The parser skips what is said before a statement.
      const said = bytes.subarray(end, at).toString()
      end = length === undefined ? bytes.length : at + length
      const created = z.object({ CreateStmt: relation }).safeParse(stmt).data
      if (created) made.add(created.CreateStmt.relation.relname)
      if (contractMark.test(said)) return []
      const statement = oneLine(bytes.subarray(at, end).toString())
      return reasonsAgainst(stmt, made).map((why) => ({ statement, why }))
    })
}

const oneLine = (text: string) => text.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').trim().slice(0, 120)

const objects: Record<string, string> = {
  OBJECT_TABLE: 'a table',
  OBJECT_COLUMN: 'a column',
  OBJECT_VIEW: 'a view',
  OBJECT_TYPE: 'a type',
  OBJECT_FUNCTION: 'a function',
  OBJECT_SCHEMA: 'a schema',
  OBJECT_SEQUENCE: 'a sequence',
}

function reasonsAgainst(stmt: z.infer<typeof node>, made: ReadonlySet<string>): string[] {
  const [[kind, body] = ['', {}]] = Object.entries(stmt)
  const facts = node.parse(body)
  const on = relation.safeParse(body).data?.relation.relname ?? ''
  const object = objects[String(facts.removeType ?? facts.renameType)]
  if (kind === 'DropStmt' && object) return [`takes away ${object} that the release before uses`]
  if (kind === 'TruncateStmt') return ['empties a table']
  if (kind === 'RenameStmt' && object && !made.has(on))
    return [`renames ${object}, which the release before knows by its old name`]
  if (kind === 'AlterEnumStmt' && facts.oldVal) return ['renames a value that the release before writes']
  if (kind === 'IndexStmt' && !facts.concurrent && largeTables.has(on) && !made.has(on))
    return [
      `keeps everybody from writing to ${on} while it is made: make it concurrently, in a lone migration`,
    ]
  if (kind !== 'AlterTableStmt' || made.has(on)) return []
  return z
    .array(command)
    .parse(facts.cmds)
    .flatMap(({ AlterTableCmd: change }) => changeOfTable(change))
}

function changeOfTable({ subtype, name, def }: z.infer<typeof command>['AlterTableCmd']): string[] {
  switch (subtype) {
    case 'AT_DropColumn':
      return [`takes away the column ${name}, which the release before reads`]
    case 'AT_AlterColumnType':
      return [
        `changes the type of ${name}: the table is written anew, and the release before knows the old type`,
      ]
    case 'AT_SetNotNull':
      return [`refuses ${name} without a value, as the release before may write it`]
    case 'AT_ColumnDefault':
      return def ? [] : [`takes the default of ${name}, on which the release before relies`]
    case 'AT_AddColumn':
      return addedColumn(def)
    case 'AT_AddConstraint': {
      const added = constraint.safeParse(def).data?.Constraint
      return added?.skip_validation
        ? []
        : [
            'refuses rows that the release before may write, and goes through the whole table: add it NOT VALID',
          ]
    }
    default:
      return []
  }
}

const column = z.object({
  ColumnDef: z.object({ colname: z.string(), constraints: z.array(constraint).default([]) }),
})

function addedColumn(def: z.infer<typeof node> | undefined): string[] {
  const { colname, constraints } = column.parse(def).ColumnDef
  const kinds = new Set(constraints.map(({ Constraint }) => Constraint.contype))
  if (
    !kinds.has('CONSTR_NOTNULL') ||
    ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((each) => kinds.has(each))
  )
    return []
  return [`wants a value for ${colname}, which the release before doesn’t write: give it a default`]
}
