import { setTimeout as sleep } from 'node:timers/promises'
import type { Task } from 'graphile-worker'
import { makeWorkerUtils, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import { seconds } from '#app/platform/durations.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { type JobName, type Lane, taskIdentifier } from '#app/platform/queue/catalog.ts'
import { beat, beatEvery, signOff, sweepDead } from './heartbeat.ts'
import { beginQueueLife, type QueueLife } from './queue-life.ts'
import { queueLogger } from './queue-logger.ts'
import { type Watchers, watchedTask } from './watched-task.ts'

/** How long running jobs may go on after a stop before they are asked to break off. */
const drainFor = seconds(3)

/** How often a queue that can't be reached is tried again. */
const againEvery = seconds(1)

/** The queue's own settings. */
export const workerPreset = (concurrentJobs: number) => ({
  concurrentJobs,
  pollInterval: seconds(2),
  gracefulShutdownAbortTimeout: drainFor,
  // With the default of no batching by delay, a job that ends while the worker stops stays locked.
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
})

export type RunningWorker = {
  /** Takes no new job, lets those at work finish or break off, and leaves none locked. */
  stop(): Promise<void>
}

/**
 * Works jobs off until stopped. `extraSweep` runs every few seconds, in every worker: what it does must bear being done
 * twice at once.
 */
export async function startWorker(options: {
  pool: pg.Pool
  concurrency: number
  lane: Lane
  tasks: Record<JobName, Task>
  logger: Logger
  /** Count and trace what is done; nobody does without them. */
  watchers?: Watchers
  extraSweep?: () => Promise<void>
  /** Jobs that come by themselves; none without it. */
  crontab?: string
}): Promise<RunningWorker> {
  const { pool, logger } = options
  const taskList: TaskList = {}
  for (const [name, task] of Object.entries(options.tasks))
    taskList[taskIdentifier(name as JobName, options.lane)] = watchedTask(name, task, options.watchers ?? {})

  const begin = () =>
    beginQueueLife(
      {
        pool,
        logger,
        taskList,
        crontab: options.crontab ?? '',
        preset: { worker: workerPreset(options.concurrency) },
      },
      drainFor + seconds(1),
    )
  let life: QueueLife | null = await begin()
  const utils = await makeWorkerUtils({ pgPool: pool, logger: queueLogger(logger) })
  if (options.lane === 'service') {
    // Each command leaves the names of its lane behind.
    const taskIdentifiersToKeep = Object.keys(taskList)
    await utils.cleanup({ tasks: ['GC_TASK_IDENTIFIERS'], taskIdentifiersToKeep })
  }

  async function tend() {
    try {
      // One that has left the queue must not seem to live, or its jobs would wait for it.
      if (life) await beat(pool, life.poolId, options.lane)
      const dead = await sweepDead(pool, (ids) => utils.forceUnlockWorkers(ids))
      if (dead.length > 0) logger.warn({ dead }, 'jobs of dead workers given back to the queue')
      await options.extraSweep?.()
    } catch (error) {
      logger.warn({ error: String(error) }, 'the heartbeat did not get through')
    }
  }
  const stopping = new AbortController()

  /** Goes back to the queue whenever it was left without being asked to, as after an outage of the database. */
  async function keep(first: QueueLife) {
    for (let current = first; ; ) {
      const reason = await current.ended
      if (stopping.signal.aborted) return
      life = null
      logger.error({ reason }, 'the worker has left the queue: going back to it')
      const next = await beginAgain(current.poolId)
      if (!next) return
      current = next
      life = next
      // It may have been asked to stop while the database was being reached.
      if (stopping.signal.aborted) await next.stop()
      else await tend()
    }
  }

  /** Gives back what the life before holds and begins another, as often as it takes; null where it is to stop. */
  async function beginAgain(before: string): Promise<QueueLife | null> {
    while (!stopping.signal.aborted) {
      try {
        await utils.forceUnlockWorkers([before])
        await signOff(pool, before)
        return await begin()
      } catch (error) {
        logger.warn({ error: String(error) }, 'the queue can’t be reached yet')
        await sleep(againEvery, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
    return null
  }

  await tend()
  const timer = setInterval(tend, beatEvery)
  const kept = keep(life)

  return {
    async stop() {
      stopping.abort()
      await life
        ?.stop()
        .catch((error) => logger.warn({ error: String(error) }, 'the worker did not stop in good order'))
      await kept
      clearInterval(timer)
      if (life) await signOff(pool, life.poolId).catch(() => {})
      await utils.release()
    },
  }
}
