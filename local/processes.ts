import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process runs. One that has ended and is only not collected yet does not. */
export const isAlive = (pid: number): boolean =>
  isNumber(pid) && exists(pid) && (process.platform !== 'linux' || beganLinux(pid) !== '')

/**
 * A process id together with when that process began, which tells it from a later one with the same id. Null where
 * there is no such process.
 */
export function identityOf(pid: number): string | null {
  if (!isNumber(pid) || !exists(pid)) return null
  const began = process.platform === 'linux' ? beganLinux(pid) : ask(pid, 'lstart=')
  return began ? `${pid} ${began}` : null
}

/** The words of a process's command line. Where the system doesn't keep them apart, they are split at spaces. */
export function commandOf(pid: number): string[] {
  if (process.platform !== 'linux') return ask(pid, 'command=').split(/ +/)
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

const isNumber = (pid: number) => Number.isSafeInteger(pid) && pid > 0

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** False where the process has ended already. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

/** In clock ticks since the computer started: field 22 of proc_pid_stat(5); empty for what only waits to be collected. */
function beganLinux(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before it may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? '' : (fields[19] ?? '')
  } catch {
    return ''
  }
}

const ask = (pid: number, what: string): string =>
  spawnSync('ps', ['-o', what, '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  }).stdout?.trim() ?? ''
