import type pg from 'pg'
import { type Db, Prisma, type Tx } from './db.server.ts'
import { prepared } from './statement.server.ts'

/** Runs work in a transaction on a connection of its own: all of it or nothing. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Runs one statement and answers how many rows it touched: the same SQL within either kind of transaction. */
export type Execute = (sql: string, values: readonly unknown[]) => Promise<number>

export const executeOn =
  (client: pg.ClientBase): Execute =>
  async (sql, values) =>
    (await client.query(prepared(sql, values))).rowCount ?? 0

export const executeIn =
  (tx: Tx): Execute =>
  (sql, values) =>
    tx.$executeRawUnsafe(sql, ...values)

const mostTries = 4

/**
 * Runs work in a transaction of Prisma's, and all of it again where another got in its way: a deadlock, or a row that both
 * wanted to be the first to make. So the work has to leave nothing behind but in the transaction.
 */
export async function inRetriedTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.$transaction(work)
    } catch (error) {
      if (tries === mostTries || !isCollision(error)) throw error
    }
  }
}

/** Prisma's codes for unique rows and write conflicts; statements in SQL have one code, and PostgreSQL's beside it. */
function isCollision(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (error.code === 'P2002' || error.code === 'P2034') return true
  return error.code === 'P2010' && /23505|40P01|40001/.test(JSON.stringify(error.meta) + error.message)
}
