import { EventEmitter } from 'node:events'
import type { Task } from 'graphile-worker'
import { makeWorkerUtils, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { seconds } from '#app/platform/durations.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { type JobName, type Lane, taskIdentifier } from '#app/platform/queue/catalog.ts'
import { beat, beatEvery, signOff, sweepDead } from './heartbeat.ts'
import { queueLogger } from './queue-logger.ts'
import { type Watchers, watchedTask } from './watched-task.ts'

/** How long running jobs may go on after a stop before they are asked to break off. */
const drainFor = seconds(3)

export type RunningWorker = {
  /** Takes no new job, lets those at work finish or break off, and leaves none locked. */
  stop(): Promise<void>
  /** Settles when the worker has stopped, by itself or not. */
  finished: Promise<void>
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

  const events: WorkerEvents = new EventEmitter()
  const poolId = new Promise<string>((resolve) =>
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)),
  )
  const shared = { pgPool: pool, logger: queueLogger(logger) }
  const runner = await run({
    ...shared,
    taskList,
    events,
    noHandleSignals: true,
    crontab: options.crontab ?? '',
    preset: {
      worker: {
        concurrentJobs: options.concurrency,
        pollInterval: seconds(2),
        gracefulShutdownAbortTimeout: drainFor,
        // With the default of no batching by delay, a job that ends while the worker stops stays locked.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  })
  const utils = await makeWorkerUtils(shared)
  const id = await poolId
  if (options.lane === 'service') {
    // Each command leaves the names of its lane behind.
    const taskIdentifiersToKeep = Object.keys(taskList)
    await utils.cleanup({ tasks: ['GC_TASK_IDENTIFIERS'], taskIdentifiersToKeep })
  }

  async function tend() {
    try {
      await beat(pool, id, options.lane)
      const dead = await sweepDead(pool, (ids) => utils.forceUnlockWorkers(ids))
      if (dead.length > 0) logger.warn({ dead }, 'jobs of dead workers given back to the queue')
      await options.extraSweep?.()
    } catch (error) {
      logger.warn({ error: String(error) }, 'the heartbeat did not get through')
    }
  }
  await tend()
  const timer = setInterval(tend, beatEvery)

  return {
    finished: runner.promise,
    async stop() {
      await runner
        .stop()
        .catch((error) => logger.warn({ error: String(error) }, 'the worker did not stop in good order'))
      clearInterval(timer)
      await signOff(pool, id).catch(() => {})
      await utils.release()
    },
  }
}
