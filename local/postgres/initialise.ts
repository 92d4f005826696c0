import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LocalFault } from '../fault.ts'
import { type Cluster, environment, owner } from './cluster.ts'
import { complaintIn } from './complaint.ts'
import { giveTo } from './unprivileged-user.ts'

const locale = ['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8']

/**
 * Makes the cluster where there never was one. A crash in the middle leaves nothing behind that a next start would
 * take for one. Throws a LocalFault where there was one and it is gone: an empty one in its place would hide the loss.
 */
export async function initialise(cluster: Cluster, existedBefore: boolean): Promise<void> {
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) return
  if (existsSync(cluster.folder)) throw damaged(cluster, `${cluster.folder} holds no PostgreSQL database`)
  if (existedBefore) throw damaged(cluster, `its database, ${cluster.folder}, is gone`)
  const unfinished = `${cluster.folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const passwordFile = `${cluster.folder}.password`
  writeFileSync(passwordFile, cluster.ownerPassword, { mode: 0o600 })
  if (cluster.user) for (const path of [unfinished, passwordFile]) giveTo(cluster.user, path)
  const complaint = await runInitdb(cluster, unfinished, passwordFile)
  rmSync(passwordFile, { force: true })
  if (complaint !== null) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new LocalFault(`PostgreSQL could not be set up in ${cluster.folder}: ${complaint}`)
  }
  renameSync(unfinished, cluster.folder)
}

/** Null where it went well. It takes a few seconds, out of a terminal's reach so that it is never half done. */
async function runInitdb(cluster: Cluster, folder: string, passwordFile: string): Promise<string | null> {
  const child = spawn(
    join(cluster.binaries, 'bin', 'initdb'),
    [
      ...['--pgdata', folder, '--username', owner, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...[...locale, '--locale', 'C'],
      ...(cluster.durable ? [] : ['--no-sync']),
    ],
    { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: environment },
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  try {
    const [status] = await once(child, 'close')
    return status === 0 ? null : complaintIn(said)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const damaged = (cluster: Cluster, how: string) =>
  new LocalFault(
    `The data folder ${dirname(cluster.folder)} is damaged: ${how}. ` +
      'Put back a copy of it, move it away to begin anew, or set THREADR_DATA to another folder.',
  )
