import type pg from 'pg'
import type { Tx } from './db.server.ts'
import { statementNames } from './statement-names.ts'

/** The inside of a transaction, be it Prisma's or a connection's own. */
export type Within = Tx | Pick<pg.ClientBase, 'query'>

const nameOf = statementNames('said')

/** A statement with its values ($1, $2 …) for `query`, which PostgreSQL reads and plans once a connection. */
export const prepared = (text: string, values: readonly unknown[]) => ({
  name: nameOf(text),
  text,
  values: [...values],
})

/** Runs a statement with its values ($1, $2 …) inside either, and gives its rows. */
export async function rowsOf(within: Within, text: string, values: unknown[]): Promise<unknown[]> {
  if ('$queryRawUnsafe' in within) return within.$queryRawUnsafe<unknown[]>(text, ...values)
  const { rows } = await within.query(prepared(text, values))
  return rows
}
