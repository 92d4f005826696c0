import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunnerOptions, run, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { reasonOf } from '#app/platform/error-reason.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { takeNextOfQueue } from './next-of-queue.ts'
import { queueLogger } from './queue-logger.ts'

export type QueueLife = {
  /** What its jobs are locked by. */
  poolId: string
  /** Settles once it takes no more jobs: null where it was stopped, else why it has left the queue. */
  ended: Promise<string | null>
  stop(): Promise<void>
}

type QueueLifeOptions = Omit<RunnerOptions, 'pgPool' | 'logger' | 'events'> & {
  pool: pg.Pool
  logger: Logger
}

/**
 * Begins to work jobs off. The queue is left for good, by its library's own rule, where what came of a job could not be
 * written down: then its jobs are still locked, and another life has to begin. What is at work then has `patience`
 * milliseconds to end, after which it is left to itself: its writes are refused. Throws where the database can't be reached.
 */
export async function beginQueueLife(
  { pool, logger, ...options }: QueueLifeOptions,
  patience: number,
): Promise<QueueLife> {
  const events: WorkerEvents = new EventEmitter()
  const poolId = new Promise<string>((resolve) =>
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)),
  )
  let stopped = false
  const leaving = new Promise<string>((resolve) =>
    events.once('pool:gracefulShutdown', ({ message }) => resolve(message)),
  )
  takeNextOfQueue(events, { pool, logger })
  const runner = await run({
    ...options,
    pgPool: pool,
    logger: queueLogger(logger),
    events,
    noHandleSignals: true,
  })
  const over = runner.promise.then(
    () => 'it stopped by itself',
    (error: unknown) => reasonOf(error),
  )
  // Its own end may never come, where it waits for a database that was away.
  const givenUp = leaving.then(async (message) => {
    await sleep(patience, undefined, { ref: false })
    return message
  })
  const ended = Promise.race([over, givenUp]).then((reason) => {
    if (stopped) return null
    runner.kill(reason).catch(() => {})
    return reason
  })
  return {
    poolId: await poolId,
    ended,
    async stop() {
      stopped = true
      await runner.stop()
    },
  }
}
