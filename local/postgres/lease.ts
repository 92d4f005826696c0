import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lockfile from 'proper-lockfile'
import { seconds } from '#app/platform/durations.ts'
import { binariesCopy, type LocalSettings, openDataFolder } from '../data-folder.ts'
import { LocalFault } from '../fault.ts'
import { postgresBinaries } from './binaries.ts'
import { type Cluster, initialise, isAlive, runningPort, startServer, stopServer } from './cluster.ts'
import { unprivilegedUser } from './unprivileged-user.ts'

export type PostgresLease = {
  cluster: Cluster
  port: number
  settings: LocalSettings
  /** Gives the server back; whoever gives it back last stops it. */
  release(): Promise<void>
}

/**
 * Takes a share in the embedded server of a data folder, starting it where it doesn't run yet. The web server and any
 * number of commands share one; a server that a killed process left behind is taken over.
 */
export async function leasePostgres(
  folder: string,
  options: { durable?: boolean } = {},
): Promise<PostgresLease> {
  const user = unprivilegedUser()
  return underLock(folder, async () => {
    const settings = openDataFolder(folder, user)
    const binaries = postgresBinaries(user, binariesCopy)
    const cluster: Cluster = {
      folder: settings.cluster,
      binaries,
      user,
      ownerPassword: settings.ownerPassword,
      durable: options.durable ?? true,
    }
    initialise(cluster)
    const port = (await runningPort(cluster)) ?? (await startServer(cluster))
    const holders = join(folder, 'holders')
    const own = join(holders, String(process.pid))
    mkdirSync(holders, { recursive: true })
    writeFileSync(own, '')
    const release = () =>
      underLock(folder, async () => {
        rmSync(own, { force: true })
        const others = readdirSync(holders).filter((pid) => isAlive(Number(pid)))
        if (others.length === 0) await stopServer(cluster)
      })
    return { cluster, port, settings, release }
  })
}

/** Starting and stopping one server is for one process at a time. */
async function underLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  let unlock: () => Promise<void>
  try {
    mkdirSync(folder, { recursive: true })
    unlock = await lockfile.lock(folder, {
      lockfilePath: join(folder, 'lock'),
      stale: seconds(10),
      retries: { retries: 300, factor: 1, minTimeout: 100, maxTimeout: 100 },
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new LocalFault(
      code === 'ELOCKED'
        ? `The data folder ${folder} is being opened or closed by another Threadr: try again in a moment.`
        : `The data folder ${folder} can’t be used (${code}): set THREADR_DATA to a folder you may write to.`,
    )
  }
  try {
    return await work()
  } finally {
    await unlock()
  }
}
