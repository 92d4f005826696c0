import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { seconds } from '#app/platform/durations.ts'
import { LocalFault } from '../fault.ts'
import type { SystemUser } from './unprivileged-user.ts'

export type Cluster = {
  /** The folder with PostgreSQL's files. */
  folder: string
  /** The folder with `bin/postgres`. */
  binaries: string
  user: SystemUser | null
  ownerPassword: string
  /** False for tests only: nothing then survives a power cut. */
  durable: boolean
}

const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' }

/** The superuser that initdb makes; it owns the schema. */
const owner = 'threadr'

export const clusterUrl = (port: number, user: string, password: string, database: string) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`

/** The address of a database in the cluster, as its owner. */
export const ownerUrl = (cluster: Cluster, port: number, database: string) =>
  clusterUrl(port, owner, cluster.ownerPassword, database)

/** Makes the cluster where there is none. A crash in the middle leaves nothing behind that a next start would take for one. */
export function initialise(cluster: Cluster): void {
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) return
  if (existsSync(cluster.folder)) throw damaged(cluster)
  const unfinished = `${cluster.folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const passwordFile = `${cluster.folder}.password`
  writeFileSync(passwordFile, cluster.ownerPassword, { mode: 0o600 })
  if (cluster.user)
    for (const path of [unfinished, passwordFile]) chownSync(path, cluster.user.uid, cluster.user.gid)
  const made = spawnSync(
    join(cluster.binaries, 'bin', 'initdb'),
    [
      ...['--pgdata', unfinished, '--username', owner, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...[
        '--encoding',
        'UTF8',
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
        '--locale',
        'C',
      ],
      ...(cluster.durable ? [] : ['--no-sync']),
    ],
    { ...cluster.user, cwd: '/', encoding: 'utf8', env: environment },
  )
  rmSync(passwordFile)
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new LocalFault(
      `PostgreSQL could not be set up in ${cluster.folder}: ${lastLine(made.stderr || String(made.error))}`,
    )
  }
  renameSync(unfinished, cluster.folder)
}

/** The port of the server that runs on this cluster, or null where none does. */
export async function runningPort(cluster: Cluster): Promise<number | null> {
  const server = readPidFile(cluster)
  return server && isAlive(server.pid) && (await answers(cluster, server.port)) ? server.port : null
}

/**
 * Starts the server in a process group of its own, so that a Ctrl-C which ends web and worker leaves it running until
 * they have drained. Resolves with its port once it answers.
 */
export async function startServer(cluster: Cluster): Promise<number> {
  const port = await freePort()
  const logFile = `${cluster.folder}.log`
  const log = openSync(logFile, 'w', 0o600)
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(cluster.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const child = spawn(
    join(cluster.binaries, 'bin', 'postgres'),
    [
      '-D',
      cluster.folder,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', log, log], env: environment },
  )
  let failure: string | null = null
  child.once('error', (error) => {
    failure = error.message
  })
  child.once('exit', () => {
    failure ??= lastLine(readFileSync(logFile, 'utf8'))
  })
  const deadline = Date.now() + seconds(60)
  while (failure === null && Date.now() < deadline) {
    if (await answers(cluster, port)) {
      child.removeAllListeners()
      child.unref()
      return port
    }
    await sleep(25)
  }
  if (failure === null) child.kill('SIGQUIT')
  throw new LocalFault(
    `PostgreSQL could not start on ${cluster.folder}: ${failure ?? 'no answer within 60 s'} ` +
      `If its files are damaged, put back a copy of the folder, or move it away to begin anew. Its log is ${logFile}.`,
  )
}

/** Stops the server: connections are ended and everything is written; by force only where that takes over 8 s. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = readPidFile(cluster)
  if (!server || !isAlive(server.pid)) return
  process.kill(server.pid, 'SIGINT')
  const deadline = Date.now() + seconds(8)
  while (isAlive(server.pid)) {
    if (Date.now() > deadline) {
      process.kill(server.pid, 'SIGQUIT')
      return
    }
    await sleep(20)
  }
}

function readPidFile(cluster: Cluster): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 && port > 0 ? { pid, port } : null
  } catch {
    return null
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: ownerUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: seconds(2),
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** A port that is free now. Another program may take it before PostgreSQL does; then the start fails with a sentence. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

const damaged = (cluster: Cluster) =>
  new LocalFault(
    `The data folder ${dirname(cluster.folder)} is damaged: ${cluster.folder} holds no PostgreSQL database. ` +
      'Put back a copy of it, move it away to begin anew, or set THREADR_DATA to another folder.',
  )

const lastLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '')
    .trim() ?? ''
