import { setTimeout as sleep } from 'node:timers/promises'
import { seconds } from '#app/platform/durations.ts'
import { countDeaths } from '../deaths.ts'
import { LocalFault } from '../fault.ts'
import { isAlive } from '../processes.ts'
import type { PostgresLease } from './lease.ts'
import { serverProcess } from './server-process.ts'

export type ServerKeeper = {
  /** Settles, with why, when the server has died too often. */
  givenUp: Promise<LocalFault>
  /** Looks no more; waits for a start that is under way. */
  stop(): Promise<void>
}

/** Looks every second whether the server still runs, and starts it again where it doesn't. */
export function keepServer(lease: PostgresLease): ServerKeeper {
  const stopping = new AbortController()
  let giveUp: (fault: LocalFault) => void
  const givenUp = new Promise<LocalFault>((resolve) => {
    giveUp = resolve
  })
  const watching = watch(lease, stopping.signal).then(
    (fault) => fault && giveUp(fault),
    (error) => {
      if (!stopping.signal.aborted)
        giveUp(error instanceof LocalFault ? error : new LocalFault(String(error)))
    },
  )
  return {
    givenUp,
    async stop() {
      stopping.abort()
      await watching
    },
  }
}

async function watch(lease: PostgresLease, signal: AbortSignal): Promise<LocalFault | null> {
  const died = countDeaths()
  let pid = serverProcess(lease.cluster)?.pid
  while (!signal.aborted) {
    await sleep(seconds(1), undefined, { signal })
    if (pid !== undefined && isAlive(pid)) continue
    const tooOften = died()
    if (tooOften)
      return new LocalFault(
        `PostgreSQL ended unexpectedly, ${tooOften} times in ten minutes. Its log is ${lease.cluster.folder}.log.`,
      )
    console.error('PostgreSQL ended unexpectedly. Starting it again.')
    pid = await revived(lease, signal)
  }
  return null
}

/** The new server's process; none where it could not start, which counts as another death. */
async function revived(lease: PostgresLease, signal: AbortSignal): Promise<number | undefined> {
  try {
    await lease.revive(signal)
    return serverProcess(lease.cluster)?.pid
  } catch (error) {
    if (!(error instanceof LocalFault)) throw error
    console.error(error.message)
    return undefined
  }
}
