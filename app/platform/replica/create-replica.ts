import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel'
import { createDatabase, type Database } from '../db.server.ts'
import { seconds } from '../durations.ts'
import { reasonOf } from '../error-reason.ts'
import { AppError } from '../errors.ts'
import type { Logger } from '../logger.server.ts'
import { createLook } from './look.ts'
import { neverReplayed } from './position.ts'
import type { Readable, ReadOutcome, Replica, ReplicaStanding } from './replica.ts'
import { type Watched, watchStandby } from './watch-standby.ts'

type ReplicaOptions = {
  primary: Database
  /** The primary's own address, not a pooler's. */
  primaryUrl: string
  replicaUrl: string
  /** What is older than this, in milliseconds, isn't shown: beyond it the primary answers. */
  mostLagMs: number
  poolMax: number
  name: string
  logger: Logger
  isPooled: boolean
}

/**
 * So many reads in a row have to fail for it to be left alone, and for so long, until one tries it. Shorter than before servers of
 * others: those that were under way when it was restarted are as many, and one that fails again is asked of the primary.
 */
const failuresToRest = 5
const restMs = seconds(10)

/** Where none is set: the primary answers everything, and nothing is looked at. */
export const noReplica = (primary: Readable): Replica => ({
  read: (_after, read) => read(primary),
  written: async () => neverReplayed,
  standing: () => ({ state: 'none' }),
  onRead() {},
  onLook() {},
  async close() {},
})

/** Follows a read replica, with a pool of its own to it. */
export function createReplica({
  primary,
  primaryUrl,
  replicaUrl,
  mostLagMs,
  logger,
  ...options
}: ReplicaOptions): Replica {
  const database = createDatabase({ ...options, url: replicaUrl, logger })
  const cutOff = watchConnections(database)
  const look = createLook({ primaryUrl, replicaUrl })
  const listeners: ((outcome: ReadOutcome) => void)[] = []
  let breaker = newBreaker(logger)
  const onLooks: ((state: ReplicaStanding['state']) => void)[] = []
  const watch = watchStandby({ look, mostLagMs }, (now, before) => {
    for (const listener of onLooks) listener(standing().state)
    if (now.standing.state === before.standing.state) return
    tellChange(logger, now, before)
    // Reads that wait for one that is gone are ended, and asked of the primary.
    if (now.standing.state !== 'used') cutOff()
    // What failed there failed because it was going.
    if (now.standing.state === 'used') breaker = newBreaker(logger)
  })

  function standing(): ReplicaStanding {
    const { standing } = watch.watched()
    return standing.state === 'used' && breaker.state !== CircuitState.Closed
      ? { state: 'resting' }
      : standing
  }

  /** Null where the replica is to be asked. */
  function whyNot(after: bigint | null): Exclude<ReadOutcome, 'replica' | 'resting'> | null {
    const { standing, replayed } = watch.watched()
    if (standing.state !== 'used') return standing.state
    return after !== null && replayed < after ? 'wrote' : null
  }

  const tell = (outcome: ReadOutcome) => {
    for (const listener of listeners) listener(outcome)
  }

  return {
    standing,
    onRead: (listener) => void listeners.push(listener),
    onLook: (listener) => void onLooks.push(listener),
    written: () =>
      look.primary().then(
        ({ position }) => position,
        () => neverReplayed,
      ),
    async read(after, read) {
      const reason = whyNot(after)
      if (reason) {
        tell(reason)
        return read(primary)
      }
      try {
        const answer = await breaker.execute(() => read(database))
        tell('replica')
        return answer
      } catch (error) {
        // Whatever it was: what the primary says to it counts, be it the same error.
        const isResting = error instanceof BrokenCircuitError
        tell(isResting ? 'resting' : 'failed')
        if (!isResting) logger.warn({ reason: reasonOf(error) }, 'a read failed at the replica')
        return read(primary)
      }
    },
    async close() {
      await watch.close()
      await database.close()
    },
  }
}

/** What a feature throws on purpose says nothing of the replica: what isn't there yet may be on its way. */
const isFault = (error: Error) => !(error instanceof AppError)

function newBreaker(logger: Logger): CircuitBreakerPolicy {
  const breaker = circuitBreaker(handleWhen(isFault), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresToRest),
  })
  breaker.onBreak(() => logger.warn({ restMs }, 'the read replica fails at reads and is left alone'))
  breaker.onReset(() => logger.info('the read replica answers reads again'))
  return breaker
}

/** Gives how to end every connection, with what runs on it: a server that has gone silent would hold it for minutes. */
function watchConnections({ pool }: Database): () => void {
  const open = new Set<{ end(): Promise<void> }>()
  pool.on('connect', (client) => {
    if ('end' in client && typeof client.end === 'function') open.add(client)
  })
  pool.on('remove', (client) => open.delete(client))
  return () => {
    for (const client of open) void client.end().catch(() => {})
  }
}

function tellChange(logger: Logger, { standing }: Watched, before: Watched): void {
  if (standing.state === 'used')
    logger.info({ lagMs: Math.round(standing.lagMs) }, 'the read replica is used')
  else
    logger.warn(
      { ...standing, before: before.standing.state },
      'the read replica is not used: the primary answers',
    )
}
