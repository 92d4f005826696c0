import { setTimeout as sleep } from 'node:timers/promises'
import type { WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { reasonOf } from '#app/platform/error-reason.ts'
import type { Logger } from '#app/platform/logger.server.ts'

/** What came of a job is written down within a round trip or two; whoever waits longer is found by the next look at the queue. */
const mostLooks = 20
const betweenLooks = 10

/**
 * Has the next job of a named queue taken as soon as the one before is written down. The library asks for the next job while it is
 * still writing down what came of the last, finds the queue taken, and looks again only at its next poll, 2 s later.
 */
export function takeNextOfQueue(
  events: WorkerEvents,
  { pool, logger }: { pool: pg.Pool; logger: Logger },
): void {
  let isLeaving = false
  events.once('pool:gracefulShutdown', () => {
    isLeaving = true
  })
  const next = async (jobId: string, nudge: () => void) => {
    for (let looks = 0; looks < mostLooks && !isLeaving; looks += 1) {
      // The same statement that lets go of the job lets go of its queue.
      const { rowCount } = await pool.query(
        'select 1 from graphile_worker._private_jobs where id = $1 and locked_at is not null',
        [jobId],
      )
      if (rowCount === 0) {
        if (!isLeaving) nudge()
        return
      }
      await sleep(betweenLooks)
    }
  }
  events.on('job:complete', ({ worker, job }) => {
    if (job.job_queue_id === null) return
    next(job.id, () => worker.workerPool.nudge(1)).catch((error: unknown) =>
      logger.warn({ reason: reasonOf(error) }, 'the next job of a queue waits for the next look'),
    )
  })
}
