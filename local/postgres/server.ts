import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { seconds } from '#app/platform/durations.ts'
import { LocalFault } from '../fault.ts'
import { freePort } from '../free-port.ts'
import { isAlive, sendSignal } from '../processes.ts'
import { type Cluster, environment, ownerUrl } from './cluster.ts'
import { complaintIn, isAboutSurroundings } from './complaint.ts'
import { serverProcess } from './server-process.ts'

/** Recovery after a crash comes before the first answer. */
const answersWithin = seconds(60)

type StartOptions = {
  /** The port to take, where those who use the server know one already. */
  port?: number
  signal?: AbortSignal
}

/** The port of the server on this cluster, started where none runs. Resolves once it answers. */
export async function ensureServer(cluster: Cluster, options: StartOptions = {}): Promise<number> {
  const running = serverProcess(cluster)
  if (!running) return startServer(cluster, options)
  const gone = () => (isAlive(running.pid) ? null : 'it has just ended.')
  await untilItAnswers(cluster, running.port, gone, options.signal)
  return running.port
}

/**
 * Starts the server in a process group of its own, so that a Ctrl-C which ends web and worker leaves it running until
 * they have drained.
 */
async function startServer(cluster: Cluster, { port, signal }: StartOptions): Promise<number> {
  const listenOn = port ?? (await freePort())
  const logFile = `${cluster.folder}.log`
  const log = openSync(logFile, 'w', 0o600)
  const child = spawnServer(cluster, listenOn, log)
  closeSync(log)
  let failure: string | null = null
  child.once('error', (error) => {
    failure = error.message
  })
  child.once('exit', () => {
    // Its folder may be gone with whoever wanted it no longer.
    failure ??= complaintIn(existsSync(logFile) ? readFileSync(logFile, 'utf8') : '')
  })
  try {
    await untilItAnswers(cluster, listenOn, () => failure, signal)
  } catch (error) {
    // Not by its file, which it may not have written yet.
    if (failure === null && child.pid) await stopProcess(child.pid)
    throw error
  }
  child.removeAllListeners()
  child.unref()
  return listenOn
}

function spawnServer(cluster: Cluster, port: number, log: number): ChildProcess {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(cluster.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(join(cluster.binaries, 'bin', 'postgres'), ['-D', cluster.folder, ...options], {
    ...cluster.user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: environment,
  })
}

/** Stops the server: connections are ended and everything is written. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = serverProcess(cluster)
  if (server) await stopProcess(server.pid)
}

/** Resolves once it has ended: by force where it takes over 3 s, so that a stop ends within 10 s. */
async function stopProcess(pid: number): Promise<void> {
  const patience = { SIGINT: seconds(3), SIGQUIT: seconds(1), SIGKILL: seconds(1) }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!sendSignal(pid, signal)) return
    const deadline = Date.now() + patience[signal]
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return
      await sleep(20)
    }
  }
}

async function untilItAnswers(
  cluster: Cluster,
  port: number,
  failure: () => string | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  const deadline = Date.now() + answersWithin
  let answer = await ask(cluster, port)
  while (answer === 'none') {
    const failed = failure() ?? (Date.now() > deadline ? `no answer within ${answersWithin / 1000} s.` : null)
    if (failed !== null) throw notStarted(cluster, failed)
    await sleep(25, undefined, { signal })
    answer = await ask(cluster, port)
  }
  if (answer === 'wrong password')
    throw new LocalFault(
      `PostgreSQL on ${cluster.folder} doesn’t take the password in local.json: put back the local.json that belongs to it.`,
    )
}

async function ask(cluster: Cluster, port: number): Promise<'fine' | 'none' | 'wrong password'> {
  const client = new pg.Client({
    connectionString: ownerUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: seconds(2),
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'fine'
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === '28P01' ? 'wrong password' : 'none'
  } finally {
    await client.end().catch(() => {})
  }
}

const notStarted = ({ folder }: Cluster, complaint: string) =>
  new LocalFault(
    `PostgreSQL could not start on ${folder}: ${complaint.replace(/\.?$/, '.')} ` +
      (isAboutSurroundings(complaint)
        ? ''
        : `If its files are damaged, put back a copy of ${dirname(folder)}, or move it away to begin anew. `) +
      `Its log is ${folder}.log.`,
  )
