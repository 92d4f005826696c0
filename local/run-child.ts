import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { LocalFault } from './fault.ts'

/** The checkout, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** Runs a script to its end and gives what it printed; where it fails, throws what it said on standard error. */
export async function runToEnd(
  script: string,
  args: string[],
  env: Record<string, string | undefined>,
): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const [status] = await once(child, 'close')
  if (status !== 0) throw new LocalFault((complaint || output || `${script} failed`).trim())
  return output
}
