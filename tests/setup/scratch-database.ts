import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '#local/database.ts'
import { ownerUrl } from '#local/postgres/cluster.ts'
import { leasePostgres, type PostgresLease } from '#local/postgres/lease.ts'

export type ScratchDatabase = {
  url: string
  pool: pg.Pool
  /** Where the server keeps its files. */
  folder: string
  drop(): Promise<void>
}

/** A migrated database of one's own on the test server, for what runs outside of the test runner. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const lease = await leasePostgres('.cache/test-postgres', { durable: false })
  return databaseOn(lease, lease.release)
}

/** The same on a server that is held already. `release` is called once it is dropped. */
export async function databaseOn(
  lease: Pick<PostgresLease, 'cluster' | 'port'>,
  release: () => Promise<void>,
): Promise<ScratchDatabase> {
  const name = `scratch_${randomBytes(6).toString('hex')}`
  const ask = async (statement: string) => {
    const admin = new pg.Client({ connectionString: ownerUrl(lease.cluster, lease.port, 'postgres') })
    await admin.connect()
    await admin.query(statement)
    await admin.end()
  }
  await ask(`create database ${name}`)
  const url = ownerUrl(lease.cluster, lease.port, name)
  await migrate(url)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  // A connection may still be closing when the database is dropped under it.
  pool.on('error', () => {})
  const drop = async () => {
    await pool.end()
    await ask(`drop database if exists ${name} with (force)`)
    await release()
  }
  return { url, pool, folder: lease.cluster.folder, drop }
}
