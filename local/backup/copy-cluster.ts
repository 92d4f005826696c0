import { randomBytes } from 'node:crypto'
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import type { Pack } from 'tar-stream'
import { z } from 'zod'
import { reason } from '../local-settings.ts'

/** What a running server keeps for itself: it is made anew where the copy is started. */
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|pg_internal\.init|pgsql_tmp.*|current_logfiles)$/
const keptEmpty = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
/** The last that may be read: it says from where on the copy is to be made whole. */
const control = join('global', 'pg_control')

const stoppedSchema = z.tuple([
  z.object({ label: z.string(), map: z.string(), first: z.string(), last: z.string() }),
])

/**
 * Packs the files of a running server as `cluster/…`: they change meanwhile, and what was written between start and end
 * (its log) goes along, of which the copy makes itself whole at its first start. As PostgreSQL's own pg_basebackup does it, which the
 * embedded server comes without.
 */
export async function copyCluster(
  pack: Pack,
  { folder, url }: { folder: string; url: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Nothing of the log is taken away as long as this connection stands.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [
      `threadr_backup_${randomBytes(6).toString('hex')}`,
    ])
    const { rows: started } = await client.query(
      'select pg_walfile_name(pg_backup_start($1, fast => true)) as first',
      ['threadr'],
    )
    await packFolder(
      pack,
      folder,
      'cluster',
      (path) => path === control || leftOut.test(path.split('/').at(-1) ?? ''),
    )
    await packFile(pack, join(folder, control), `cluster/${control}`)
    const { rows } = await client.query(
      `select labelfile as label, spcmapfile as map, $1::text as first, pg_walfile_name(lsn) as last
       from pg_backup_stop(wait_for_archive => false)`,
      [started[0].first],
    )
    const [{ label, map, first, last }] = stoppedSchema.parse(rows)
    pack.entry({ name: 'cluster/backup_label' }, label)
    if (map.trim() !== '') pack.entry({ name: 'cluster/tablespace_map' }, map)
    for (const name of (await readdir(join(folder, 'pg_wal'))).sort())
      if (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
        await packFile(pack, join(folder, 'pg_wal', name), `cluster/pg_wal/${name}`)
  } finally {
    await client.end()
  }
}

/** Packs a folder with all below it but what `isLeftOut`; a folder that isn't there is an empty one. */
export async function packFolder(
  pack: Pack,
  folder: string,
  name: string,
  isLeftOut: (path: string) => boolean = () => false,
  below = '',
): Promise<void> {
  pack.entry({ name: join(name, below), type: 'directory' })
  for (const entry of await entriesOf(join(folder, below))) {
    const path = join(below, entry.name)
    if (isLeftOut(path)) continue
    if (entry.isFile()) await packFile(pack, join(folder, path), join(name, path))
    if (!entry.isDirectory()) continue
    const isEmptied = name === 'cluster' && below === '' && keptEmpty.has(entry.name)
    await packFolder(pack, folder, name, isEmptied ? () => true : isLeftOut, path)
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (reason(error) === 'ENOENT') return []
    throw error
  }
}

/** A file as long as it is at its opening: what is cut off it meanwhile is filled up, what is added is left. One that has gone is left out. */
async function packFile(pack: Pack, path: string, name: string): Promise<void> {
  let file: FileHandle
  try {
    file = await open(path)
  } catch (error) {
    if (reason(error) === 'ENOENT') return
    throw error
  }
  try {
    const { size } = await file.stat()
    await pipeline(Readable.from(blocksOf(file, size)), pack.entry({ name, size }))
  } finally {
    await file.close()
  }
}

async function* blocksOf(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const block = Buffer.alloc(Math.min(256 * 1024, size - at))
    const { bytesRead } = await file.read(block, 0, block.length, at)
    yield bytesRead === 0 ? block : block.subarray(0, bytesRead)
    at += bytesRead === 0 ? block.length : bytesRead
  }
}
