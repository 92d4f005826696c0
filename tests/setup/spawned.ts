import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A built process whose log a test reads; it is ready when this settles. */
export async function spawned(name: 'web' | 'worker', env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [`build/server/${name}.js`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const ended = once(child, 'exit')
  await Promise.race([
    once(child, 'message'),
    ended.then(() => {
      throw new Error(`The ${name} process could not start: ${said}`)
    }),
  ])
  return {
    /** Everything it has written to its log so far. */
    log: () => said,
    stop() {
      child.kill('SIGTERM')
    },
    ended,
  }
}
