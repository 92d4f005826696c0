import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '#local/database.ts'
import { ownerUrl } from '#local/postgres/cluster.ts'
import { leasePostgres } from '#local/postgres/lease.ts'

/** A migrated database of one's own on the test server, for what runs outside of the test runner. */
export async function scratchDatabase(): Promise<{
  url: string
  pool: pg.Pool
  /** Where the server keeps its files. */
  folder: string
  drop(): Promise<void>
}> {
  const lease = await leasePostgres('.cache/test-postgres', { durable: false })
  const name = `scratch_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: ownerUrl(lease.cluster, lease.port, 'postgres') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = ownerUrl(lease.cluster, lease.port, name)
  await migrate(url)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  // A connection may still be closing when the database is dropped under it.
  pool.on('error', () => {})
  const drop = async () => {
    await pool.end()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    await lease.release()
  }
  return { url, pool, folder: lease.cluster.folder, drop }
}
