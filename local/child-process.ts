import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { minutes, seconds } from '#app/platform/durations.ts'
import { LocalFault } from './fault.ts'
import { root } from './run-child.ts'

/** A process that dies more often than this within ten minutes is not started again. */
const mostRestarts = 5

export type Keeper = {
  /** Settles, with why, when the process has died for good without being asked to stop. */
  givenUp: Promise<LocalFault>
  /** Asks it to stop and waits; SIGKILL doesn't ask. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

type Command = { name: string; args: string[]; env: Record<string, string | undefined> }

/** Starts a process, waits until it says that it is ready, and starts it again should it die later. */
export async function keepRunning(command: Command): Promise<Keeper> {
  let stopping = false
  let giveUp: (fault: LocalFault) => void
  const givenUp = new Promise<LocalFault>((resolve) => {
    giveUp = resolve
  })
  let child = await startChild(command)
  const deaths: number[] = []

  const watch = (watched: ChildProcess) => {
    watched.once('exit', async (status, signal) => {
      if (stopping) return
      deaths.push(Date.now())
      const recent = deaths.filter((at) => at > Date.now() - minutes(10)).length
      const why = `The ${command.name} process ended unexpectedly (${signal ?? `status ${status}`}).`
      if (recent > mostRestarts)
        return giveUp(new LocalFault(`${why} It has done so ${recent} times in ten minutes.`))
      console.error(`${why} Starting it again.`)
      await sleep(seconds(1))
      if (stopping) return
      try {
        child = await startChild(command)
        if (stopping) child.kill('SIGTERM')
        watch(child)
      } catch (error) {
        giveUp(error instanceof LocalFault ? error : new LocalFault(String(error)))
      }
    })
  }
  watch(child)

  return {
    givenUp,
    async stop(signal = 'SIGTERM') {
      stopping = true
      await stopChild(child, signal)
    },
  }
}

async function startChild({ name, args, env }: Command): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
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
  await Promise.race([once(child, 'message'), failed])
  ready = true
  process.stderr.write(said)
  return child
}

/** Asks a process to stop, and ends it where it has not within 7 s. */
async function stopChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  const killer = setTimeout(() => child.kill('SIGKILL'), seconds(7))
  await gone
  clearTimeout(killer)
}
