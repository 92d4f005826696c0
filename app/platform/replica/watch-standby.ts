import { setTimeout as sleep } from 'node:timers/promises'
import { seconds } from '../durations.ts'
import { reasonOf } from '../error-reason.ts'
import { createLag } from './lag.ts'
import type { Look } from './look.ts'
import type { ReplicaStanding } from './replica.ts'

/** How often it is looked at where the two stand. */
const every = seconds(1)

/** How a standby stands, by the last look. */
export type Watched = { standing: Exclude<ReplicaStanding, { state: 'none' | 'resting' }>; replayed: bigint }

export type StandbyWatch = {
  watched(): Watched
  close(): Promise<void>
}

/**
 * Looks every second whether a standby follows, with no more than `mostLagMs` between, and tells of each look. Until the
 * first it counts as gone.
 */
export function watchStandby(
  { look, mostLagMs }: { look: Look; mostLagMs: number },
  onLook: (now: Watched, before: Watched) => void,
): StandbyWatch {
  const stopping = new AbortController()
  const lag = createLag()
  let watched: Watched = { standing: { state: 'gone', reason: 'it was not asked yet' }, replayed: 0n }

  async function lookOnce(): Promise<Watched> {
    const { replayed: before } = watched
    // Where the primary doesn't answer, nothing can be said of how far behind it the other is.
    const primary = await look.primary()
    lag.note(primary.position, performance.now())
    const standby = await look.standby()
    if (standby.replayed === null || standby.database !== primary.database)
      return { standing: { state: 'foreign' }, replayed: 0n }
    const lagMs = lag.of(standby.replayed, performance.now())
    const { replayed } = standby
    // One that was made anew, or another at the same address, may have less than what was seen before.
    if (replayed < before || lagMs === null || lagMs > mostLagMs)
      return { standing: { state: 'behind', lagMs, mostLagMs }, replayed }
    return { standing: { state: 'used', lagMs }, replayed }
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const now = await lookOnce().catch(
        (error: unknown): Watched => ({
          standing: { state: 'gone', reason: reasonOf(error) },
          replayed: watched.replayed,
        }),
      )
      const before = watched
      watched = now
      if (!stopping.signal.aborted) onLook(now, before)
      await sleep(every, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  }
  const watching = watch()
  return {
    watched: () => watched,
    async close() {
      stopping.abort()
      await watching
      await look.close()
    },
  }
}
