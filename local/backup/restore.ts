import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { LocalFault } from '../fault.ts'
import { readSettings, writeSettings } from '../local-settings.ts'
import { claimPlace, isElsewhere, newPlace, openToAll } from '../postgres/elsewhere.ts'
import { mayEnter, unprivilegedUser } from '../postgres/unprivileged-user.ts'
import { type Opening, readOpening } from './copy-file.ts'
import { putBack } from './dump.ts'
import { type BackupKeys, open } from './keys.ts'
import { unpack } from './unpack.ts'

async function openCopy(file: string, keys: BackupKeys, kind: Opening['kind']) {
  if (!existsSync(file)) throw new LocalFault(`There is no file ${file}.`)
  const copy = await readOpening(open(keys, createReadStream(file)))
  if (copy.opening.kind === kind) return copy
  throw new LocalFault(
    kind === 'folder'
      ? 'This is the copy of a database elsewhere: say where it goes with --to postgres://…, an empty database.'
      : 'This is the copy of a data folder: say which new folder it goes to.',
  )
}

/**
 * Makes a data folder of a copy, where there is none or an empty one. It gets its name once it is whole, so that neither a
 * damaged copy nor a stop in the middle leaves anything that Threadr would start on.
 */
export async function restoreFolder(file: string, wanted: string, keys: BackupKeys): Promise<Opening> {
  const folder = resolve(wanted)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new LocalFault(
      `${folder} is not empty: restore into a new folder, and move it to its place when you have looked at it.`,
    )
  const { opening, rest } = await openCopy(file, keys, 'folder')
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const user = unprivilegedUser()
  let place: string | null = null
  try {
    await unpack(rest, unfinished, user)
    const settings = readSettings(unfinished)
    if (!settings)
      throw new LocalFault('This copy holds no local.json, and with it no passwords: take another one.')
    // Beside the folder where PostgreSQL's user may not enter that, as at a first start.
    const cluster = user && !mayEnter(user, unfinished) ? newPlace('') : 'postgres'
    place = resolve(unfinished, cluster)
    if (isElsewhere(place)) openToAll(dirname(place))
    move(join(unfinished, 'cluster'), place)
    writeSettings(unfinished, { ...settings, cluster, initialised: true })
    rmSync(folder, { recursive: true, force: true })
    renameSync(unfinished, folder)
    if (isElsewhere(place)) claimPlace(place, folder)
    return opening
  } catch (error) {
    for (const left of [unfinished, ...(place && isElsewhere(place) ? [dirname(place)] : [])])
      rmSync(left, { recursive: true, force: true })
    throw error
  }
}

/** With its owner and from one disk to another, where a rename can't. */
function move(from: string, to: string): void {
  const { status, stderr } = spawnSync('mv', [from, to], { encoding: 'utf8' })
  if (status !== 0) throw new LocalFault(`The database can’t be put at ${to}: ${stderr.trim()}`)
}

/** Puts a copy into an empty database elsewhere: all of it or nothing. */
export async function restoreDatabase(file: string, url: string, keys: BackupKeys): Promise<Opening> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query(
      "select count(*)::int as tables from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    )
    if (rows[0].tables > 0)
      throw new LocalFault(
        'That database holds tables already: restore into an empty one, which nobody uses.',
      )
  } finally {
    await client.end()
  }
  const { opening, rest } = await openCopy(file, keys, 'dump')
  await putBack(url, opening.server, rest)
  return opening
}
