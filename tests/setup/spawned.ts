import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A process, by the file that it runs, whose log is kept rather than shown; it is ready when this settles. */
export async function spawned(file: string, env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
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
      throw new Error(`${file} could not start: ${said}`)
    }),
  ])
  return {
    /** Everything it has written to its log so far. */
    log: () => said,
    stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal)
    },
    /** For signals that ask nothing: killed, paused, and going on. */
    send: (signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => child.kill(signal),
    ended,
  }
}
