import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { seconds } from '#app/platform/durations.ts'
import { LocalFault } from './fault.ts'
import { identityOf } from './processes.ts'

export type LockOptions = {
  /** The file that stands for the lock, in a folder that exists. */
  file: string
  patienceMs: number
  /** What to say when another process keeps it for longer than that. */
  busy: string
  signal?: AbortSignal
}

/**
 * Runs `work` while no other process of this computer has the lock. The file names the process that holds it, so a
 * holder that has died holds nothing, and a slow one loses nothing. Throws what the file system says where the file
 * can't be written.
 */
export async function underLock<T>(options: LockOptions, work: () => Promise<T>): Promise<T> {
  const { file, patienceMs, busy, signal } = options
  const own = `${identityOf(process.pid)}\n${randomBytes(8).toString('hex')}\n`
  const deadline = Date.now() + patienceMs
  while (!take(file, own)) {
    if (Date.now() > deadline) throw new LocalFault(busy)
    await sleep(50, undefined, { signal })
  }
  try {
    return await work()
  } finally {
    if (read(file) === own) rmSync(file, { force: true })
  }
}

function take(file: string, own: string): boolean {
  try {
    writeFileSync(file, own, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const held = read(file)
  if (held !== null && isAbandoned(file, held)) setAside(file, held)
  return false
}

function isAbandoned(file: string, held: string): boolean {
  const holder = held.split('\n', 1)[0] ?? ''
  if (holder !== '') return identityOf(Number(holder.split(' ', 1)[0])) !== holder
  // Somebody is about to write who they are, or was killed before it.
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  return Date.now() - made > seconds(5)
}

/** Removes an abandoned lock; where another process did so first and took it, that one gets it back. */
function setAside(file: string, abandoned: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    const moved = read(aside)
    if (moved !== null && moved !== abandoned) writeFileSync(file, moved, { flag: 'wx' })
    rmSync(aside, { force: true })
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
