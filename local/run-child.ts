import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seconds } from '#app/platform/durations.ts'
import { LocalFault } from './fault.ts'

/** The checkout, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** Where Node keeps what it compiled, so that a start takes half as long from the second time on; without it all works too. */
export const compileCache = join(root, '.cache/compile')

/**
 * Runs a script to its end and gives what it printed; where it fails, throws what it said on standard error. It runs in
 * a process group of its own, out of a terminal's reach: the signal ends it, with all it started, and is thrown.
 */
export async function runToEnd(
  script: string,
  args: string[],
  env: Record<string, string | undefined>,
  signal?: AbortSignal,
): Promise<string> {
  signal?.throwIfAborted()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const end = () => endGroup(child)
  signal?.addEventListener('abort', end, { once: true })
  const [status] = await once(child, 'close')
  signal?.removeEventListener('abort', end)
  signal?.throwIfAborted()
  if (status !== 0) throw new LocalFault((complaint || output || `${script} failed`).trim())
  return output
}

/** Asks a process group to end, and ends what is still there after 3 s. */
function endGroup(child: ChildProcess): void {
  kill(child, 'SIGTERM')
  const killer = setTimeout(() => kill(child, 'SIGKILL'), seconds(3))
  child.once('close', () => clearTimeout(killer))
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal)
  } catch {
    // It has ended by itself.
  }
}
