import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunnerOptions, run, type WorkerEvents } from 'graphile-worker'
import { reasonOf } from '#app/platform/error-reason.ts'

export type QueueLife = {
  /** What its jobs are locked by. */
  poolId: string
  /** Settles once it takes no more jobs: null where it was stopped, else why it has left the queue. */
  ended: Promise<string | null>
  stop(): Promise<void>
}

/**
 * Begins to work jobs off. The queue is left for good, by its library's own rule, where what came of a job could not be
 * written down: then its jobs are still locked, and another life has to begin. What is at work then has `patience`
 * milliseconds to end, after which it is left to itself: its writes are refused. Throws where the database can't be reached.
 */
export async function beginQueueLife(options: RunnerOptions, patience: number): Promise<QueueLife> {
  const events: WorkerEvents = new EventEmitter()
  const poolId = new Promise<string>((resolve) =>
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)),
  )
  let stopped = false
  const leaving = new Promise<string>((resolve) =>
    events.once('pool:gracefulShutdown', ({ message }) => resolve(message)),
  )
  const runner = await run({ ...options, events, noHandleSignals: true })
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
