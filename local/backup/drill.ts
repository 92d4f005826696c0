import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { isBehind } from '../database.ts'
import { LocalFault } from '../fault.ts'
import { ownerUrl } from '../postgres/cluster.ts'
import { isElsewhere } from '../postgres/elsewhere.ts'
import { leasePostgres } from '../postgres/lease.ts'
import type { BackupKeys } from './keys.ts'
import { restoreFolder } from './restore.ts'

export type Drilled = { madeAt: string; users: number; threads: number; isBehind: boolean }

/**
 * Restores a copy of a data folder to a place of its own, starts its database, has every table read to its end, and takes it
 * all away again: the only proof that a copy is one. No worker is started on it, so none of its jobs runs twice.
 */
export async function drill(file: string, keys: BackupKeys): Promise<Drilled> {
  const place = mkdtempSync(join(tmpdir(), 'threadr-drill-'))
  const folder = join(place, 'data')
  let cluster: string | null = null
  try {
    const { madeAt } = await restoreFolder(file, folder, keys)
    const lease = await leasePostgres(folder)
    cluster = lease.cluster.folder
    try {
      const url = ownerUrl(lease.cluster, lease.port, 'threadr')
      return { madeAt, ...(await readThrough(url)), isBehind: await isBehind(url) }
    } finally {
      await lease.release()
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
    if (cluster && isElsewhere(cluster)) rmSync(dirname(cluster), { recursive: true, force: true })
  }
}

const countSchema = z.tuple([z.object({ users: z.number(), threads: z.number() })])

async function readThrough(url: string): Promise<{ users: number; threads: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'graphile_worker')`,
    )
    for (const { name } of tables) await client.query(`select md5(t::text) from ${name} t offset 1000000000`)
    const { rows } = await client.query(
      'select (select count(*)::int from users) as users, (select count(*)::int from threads) as threads',
    )
    return countSchema.parse(rows)[0]
  } catch (error) {
    throw new LocalFault(
      `The copy starts and can’t be read: ${error instanceof Error ? error.message : error}`,
    )
  } finally {
    await client.end()
  }
}
