import pg from 'pg'
import { Prisma, PrismaClient } from '#prisma/generated/client.ts'
import { seconds } from './durations.ts'
import type { Logger } from './logger.server.ts'
import { OneAtATimePg } from './one-at-a-time.ts'
import { statementNames } from './statement-names.ts'

export { Prisma }
export type Db = PrismaClient
/** The inside of a transaction. */
export type Tx = Prisma.TransactionClient

export type Database = {
  prisma: Db
  /** The pool that Prisma uses too, for hot reads in plain SQL. */
  pool: pg.Pool
  close(): Promise<void>
}

/** Many at once wait for a connection, and for each other where they change the same rows. */
const patience = seconds(10)

/**
 * For a pooler that lends connections for a transaction: a statement that one of them was prepared on is unknown to the next,
 * so that none keeps a name, whoever asks.
 */
function askWithoutNames(client: pg.ClientBase): void {
  const { query } = client
  const unnamed = ([asked, ...rest]: unknown[]) =>
    typeof asked === 'object' && asked !== null && 'name' in asked
      ? [{ ...asked, name: undefined }, ...rest]
      : [asked, ...rest]
  Reflect.set(client, 'query', (...given: unknown[]) => Reflect.apply(query, client, unnamed(given)))
}

/**
 * Connects lazily to PostgreSQL with one pool a process. A connection is waited for up to 10 s, a transaction may take 20 s,
 * and statements longer than 30 s are ended by the server; behind a pooler, which takes no such setting, that is the role's
 * to set.
 */
export function createDatabase(options: {
  url: string
  poolMax: number
  name: string
  logger: Logger
  /** Whether the address is a pooler's that lends connections for a transaction. */
  isPooled?: boolean
}): Database {
  const { isPooled = false } = options
  const pool = new pg.Pool({
    ...(!isPooled && { statement_timeout: seconds(30) }),
    connectionString: options.url,
    max: options.poolMax,
    application_name: options.name,
    connectionTimeoutMillis: patience,
    idleTimeoutMillis: seconds(30),
    keepAlive: true,
  })
  const lost = (error: Error) =>
    options.logger.warn({ error: error.message }, 'a database connection was lost')
  pool.on('error', lost)
  // A connection that breaks while it is checked out reports on the client, and unheard would end the process.
  pool.on('connect', (client) => client.on('error', lost))
  if (isPooled) pool.on('connect', askWithoutNames)
  const nameOf = statementNames('prisma')
  const prisma = new PrismaClient({
    adapter: new OneAtATimePg(pool, isPooled ? {} : { statementNameGenerator: ({ sql }) => nameOf(sql) }),
    transactionOptions: { maxWait: patience, timeout: seconds(20) },
  })
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}
