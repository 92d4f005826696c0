import { join } from 'node:path'
import { seconds } from '#app/platform/durations.ts'
import { clusterFolder, makeDataFolder, markInitialised, openDataFolder } from '../data-folder.ts'
import { LocalFault } from '../fault.ts'
import { type LocalSettings, reason } from '../local-settings.ts'
import { underLock } from '../lock.ts'
import { postgresBinaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { binariesCopy } from './elsewhere.ts'
import { addHolder, hasHolders, removeHolder } from './holders.ts'
import { initialise } from './initialise.ts'
import { ensureServer, stopServer } from './server.ts'
import { unprivilegedUser } from './unprivileged-user.ts'

export type PostgresLease = {
  cluster: Cluster
  port: number
  settings: LocalSettings
  /** Starts the server again, where it has died, on the same port. */
  revive(signal: AbortSignal): Promise<void>
  /** Gives the server back; whoever gives it back last stops it. */
  release(): Promise<void>
}

/**
 * Takes a share in the embedded server of a data folder, starting it where it doesn't run yet. The web server and any
 * number of commands share one; a server that a killed process left behind is taken over. The signal breaks off.
 */
export async function leasePostgres(
  folder: string,
  { durable = true, signal }: { durable?: boolean; signal?: AbortSignal } = {},
): Promise<PostgresLease> {
  const user = unprivilegedUser()
  makeDataFolder(folder)
  return underFolderLock(folder, signal, async () => {
    const settings = openDataFolder(folder, user)
    const cluster: Cluster = {
      folder: clusterFolder(folder, settings),
      binaries: await postgresBinaries(user, binariesCopy),
      user,
      ownerPassword: settings.ownerPassword,
      durable,
    }
    await initialise(cluster, settings.initialised)
    markInitialised(folder, settings)
    signal?.throwIfAborted()

    const holder = addHolder(folder)
    const giveBack = async () => {
      removeHolder(folder, holder)
      if (!hasHolders(folder)) await stopServer(cluster)
    }
    try {
      const port = await ensureServer(cluster, { signal })
      return {
        cluster,
        port,
        settings,
        revive: (signal) =>
          underFolderLock(folder, signal, async () => void (await ensureServer(cluster, { port, signal }))),
        release: () => underFolderLock(folder, undefined, giveBack),
      }
    } catch (error) {
      await giveBack()
      throw error
    }
  })
}

/** Starting and stopping one server is for one process at a time. */
async function underFolderLock<T>(
  folder: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const lock = {
    file: join(folder, 'opening.lock'),
    // Another one may be starting it after a crash.
    patienceMs: seconds(90),
    busy: `The data folder ${folder} is being opened or closed by another Threadr: try again in a moment.`,
    signal,
  }
  try {
    return await underLock(lock, work)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(reason(error))) throw error
    throw new LocalFault(
      `The data folder ${folder} can’t be used (${reason(error)}): set THREADR_DATA to a folder you may write to.`,
    )
  }
}
