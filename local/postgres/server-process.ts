import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { commandOf, isAlive } from '../processes.ts'
import type { Cluster } from './cluster.ts'

export type ServerProcess = { pid: number; port: number }

/**
 * The server that runs on the cluster, by the file it keeps there; null where none does. A file whose number belongs
 * to another program by now (after a crash, or in a copied folder) is removed, since PostgreSQL would refuse to start.
 */
export function serverProcess(cluster: Cluster): ServerProcess | null {
  const server = readPidFile(cluster)
  // PostgreSQL itself knows how to go on after a server that has died.
  if (!server || !isAlive(server.pid)) return null
  if (servesHere(commandOf(server.pid), cluster.folder)) return server
  rmSync(pidFile(cluster), { force: true })
  return null
}

/** Whether a command line is that of a server on this folder, or on one that has been moved away since, as ours may be. */
export function servesHere([program = '', ...words]: string[], folder: string): boolean {
  if (basename(program) !== 'postgres') return false
  const after = words.indexOf('-D')
  if (after < 0) return false
  // Where the system doesn't keep words apart, a folder with spaces is several, up to the next option.
  const end = words.indexOf('-c', after)
  const served = words.slice(after + 1, end < 0 ? undefined : end).join(' ')
  return !existsSync(served) || realpathSync(served) === realpathSync(folder)
}

const pidFile = (cluster: Cluster) => join(cluster.folder, 'postmaster.pid')

function readPidFile(cluster: Cluster): ServerProcess | null {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 && port > 0 ? { pid, port } : null
  } catch {
    return null
  }
}
