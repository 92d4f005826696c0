import { createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { pack as newPack } from 'tar-stream'
import { z } from 'zod'
import { LocalFault } from '../fault.ts'
import { ownerUrl } from '../postgres/cluster.ts'
import { leasePostgres } from '../postgres/lease.ts'
import { copyCluster, packFolder } from './copy-cluster.ts'
import { type Opening, withOpening } from './copy-file.ts'
import { dumped } from './dump.ts'
import { type BackupKeys, seal } from './keys.ts'

/** Copies the data folder of an embedded database, whether Threadr runs on it or not, into a new sealed file. */
export async function backUpFolder(folder: string, file: string, keys: BackupKeys): Promise<Opening> {
  if (!existsSync(join(folder, 'local.json')))
    throw new LocalFault(
      `There is nothing of Threadr's in ${folder}: set THREADR_DATA to its data folder, or DATABASE_URL.`,
    )
  const lease = await leasePostgres(folder)
  try {
    const url = ownerUrl(lease.cluster, lease.port, 'threadr')
    const opening = await openingOf(url, 'folder')
    const pack = newPack()
    const fill = async () => {
      pack.entry({ name: 'local.json' }, readFileSync(join(folder, 'local.json')))
      await copyCluster(pack, { folder: lease.cluster.folder, url })
      // After the database, so that no row of the copy names a file that came later.
      await packFolder(pack, join(folder, 'uploads'), 'uploads')
      pack.finalize()
    }
    const filled = fill().catch((error) => void pack.destroy(error))
    const bytes = pack.pipe(createGzip({ level: 3 }))
    pack.once('error', (error) => bytes.destroy(error))
    await write(file, opening, bytes, keys)
    await filled
    return opening
  } finally {
    await lease.release()
  }
}

/** Copies the database at an address, by the pg_dump of its own version, into a new sealed file. */
export async function backUpDatabase(url: string, file: string, keys: BackupKeys): Promise<Opening> {
  const opening = await openingOf(url, 'dump')
  await write(file, opening, dumped(url, opening.server), keys)
  return opening
}

/** It has its name only once it is whole. */
async function write(file: string, opening: Opening, bytes: AsyncIterable<Uint8Array>, keys: BackupKeys) {
  if (existsSync(file)) throw new LocalFault(`${file} is there already: give the copy another name.`)
  const unfinished = `${file}.unfinished`
  try {
    const sealed = await seal(keys, withOpening(opening, bytes))
    await pipeline(Readable.from(sealed), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

const factsSchema = z.tuple([z.object({ server: z.coerce.number(), migration: z.string() })])

async function openingOf(url: string, kind: Opening['kind']): Promise<Opening> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num') as server, migration_name as migration
       from "_prisma_migrations" where finished_at is not null order by migration_name desc limit 1`,
    )
    const [facts] = factsSchema.parse(rows)
    return { format: 'threadr-backup-1', kind, madeAt: new Date().toISOString(), ...facts }
  } finally {
    await client.end()
  }
}
