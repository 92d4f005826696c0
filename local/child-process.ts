import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { seconds } from '#app/platform/durations.ts'
import { countDeaths } from './deaths.ts'
import { LocalFault } from './fault.ts'
import { compileCache, root } from './run-child.ts'

export type Keeper = {
  /** Settles, with why, when the process has died for good without being asked to stop. */
  givenUp: Promise<LocalFault>
  /** Asks it to stop and waits; SIGKILL doesn't ask. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export type Command = { name: string; args: string[]; env: Record<string, string | undefined> }

/**
 * Starts a process, waits until it says that it is ready, and starts it again should it die later. Throws a LocalFault
 * where it doesn't start the first time; the signal breaks that off.
 */
export async function keepRunning(command: Command, signal?: AbortSignal): Promise<Keeper> {
  const first = await startChild(command, signal)
  const stopping = new AbortController()
  let child = first
  let giveUp: (fault: LocalFault) => void
  const givenUp = new Promise<LocalFault>((resolve) => {
    giveUp = resolve
  })

  /** Ends when it was asked to stop, or has given up. */
  const keep = async () => {
    const died = countDeaths()
    for (let next: ChildProcess | null = first; !stopping.signal.aborted; next = await startAgain()) {
      let why = `The ${command.name} process could not start again.`
      if (next) {
        child = next
        await ended(child)
        if (stopping.signal.aborted) return
        why = `The ${command.name} process ended unexpectedly (${child.signalCode ?? `status ${child.exitCode}`}).`
      }
      const tooOften = died()
      if (tooOften) return giveUp(new LocalFault(`${why} It has done so ${tooOften} times in ten minutes.`))
      console.error(`${why} Starting it again.`)
    }
  }
  const startAgain = async (): Promise<ChildProcess | null> => {
    try {
      await sleep(seconds(1), undefined, { signal: stopping.signal })
      return await startChild(command, stopping.signal)
    } catch (error) {
      if (error instanceof LocalFault) console.error(error.message)
      return null
    }
  }
  const keeping = keep()

  return {
    givenUp,
    async stop(signal = 'SIGTERM') {
      stopping.abort()
      await stopChild(child, signal)
      await keeping
    },
  }
}

async function startChild({ name, args, env }: Command, signal?: AbortSignal): Promise<ChildProcess> {
  signal?.throwIfAborted()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  let ready = false
  child.stderr?.on('data', (chunk: Buffer) => {
    if (ready) process.stderr.write(chunk)
    else said += chunk
  })
  const failed = once(child, 'exit').then(() => {
    if (!ready) throw new LocalFault(said.trim() || `The ${name} process could not start.`)
  })
  try {
    await Promise.race([once(child, 'message', { signal }), failed])
  } catch (error) {
    failed.catch(() => {})
    await stopChild(child, 'SIGTERM')
    throw error
  }
  ready = true
  process.stderr.write(said)
  return child
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Asks a process to stop, and ends it where it has not within 6 s. */
async function stopChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  const killer = setTimeout(() => child.kill('SIGKILL'), seconds(6))
  await ended(child)
  clearTimeout(killer)
}
