import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LocalFault } from '../fault.ts'

/** The database as pg_dump writes it, as it comes. `server` is its version, as 180004. */
export async function* dumped(url: string, server: number): AsyncGenerator<Uint8Array> {
  const child = spawn(programFor('pg_dump', server), ['--format=custom', '--no-password'], {
    env: connection(url),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = endOf(child, 'pg_dump')
  ended.catch(() => {})
  yield* child.stdout
  await ended
}

/**
 * Puts what pg_dump wrote into an empty database, all of it or nothing. Owners are who restores; the rights of the web
 * process's role are as they were, so that role has to be there.
 */
export async function putBack(url: string, server: number, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const args = ['--exit-on-error', '--single-transaction', '--no-owner', '--no-password']
  const env = connection(url)
  const child = spawn(programFor('pg_restore', server), [...args, '--dbname', env.PGDATABASE ?? ''], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = endOf(child, 'pg_restore')
  ended.catch(() => {})
  try {
    await pipeline(Readable.from(bytes), child.stdin)
  } catch (error) {
    // A copy that turns out to be damaged must not look like one that has ended: what came before is rolled back.
    if (error instanceof LocalFault) child.kill('SIGKILL')
    if (error instanceof LocalFault) throw error
  }
  await ended
}

async function endOf(child: ChildProcess, name: string): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const [status] = await once(child, 'close')
  if (status !== 0) throw new LocalFault(`${name} failed: ${said.trim() || `status ${status}`}`)
}

/** How the programs are told where to connect: never by their arguments, which everybody on the computer can read. */
function connection(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const mode = searchParams.get('sslmode')
  return {
    ...process.env,
    PGHOST: hostname.replaceAll(/^\[|\]$/g, ''),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(mode !== null && { PGSSLMODE: mode }),
  }
}

/** PostgreSQL's program of at least the server's version: of BACKUP_PROGRAMS, else of where systems keep it. */
function programFor(name: string, server: number): string {
  const wanted = Math.floor(server / 10_000)
  const folder = process.env.BACKUP_PROGRAMS?.trim()
  const candidates = folder ? [join(folder, name)] : [...debianPrograms(name), name]
  const found = candidates.map((program) => ({ program, version: versionOf(program) }))
  const fit = found.find(({ version }) => version >= wanted)
  if (fit) return fit.program
  const newest = Math.max(0, ...found.map(({ version }) => version))
  throw new LocalFault(
    newest === 0
      ? `${name} is not here: install PostgreSQL ${wanted}'s client programs, or set BACKUP_PROGRAMS to their folder.`
      : `${name} is of PostgreSQL ${newest} and the server of ${wanted}: install that version's client programs, or set BACKUP_PROGRAMS to their folder.`,
  )
}

const debianRoot = '/usr/lib/postgresql'
const debianPrograms = (name: string) =>
  existsSync(debianRoot)
    ? readdirSync(debianRoot).map((version) => join(debianRoot, version, 'bin', name))
    : []

const versionOf = (program: string) =>
  Number(/\) (\d+)/.exec(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0)
