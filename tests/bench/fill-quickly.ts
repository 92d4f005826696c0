import type pg from 'pg'
import { inTransaction } from '#app/platform/transaction.server.ts'

/** Fills a database in one transaction, without triggers, checks of foreign keys, or an end to a statement's time. */
export const fillQuickly = (pool: pg.Pool, fill: (client: pg.PoolClient) => Promise<void>): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('set local statement_timeout = 0; set local session_replication_role = replica')
    await fill(client)
  })
