import { randomUUID } from 'node:crypto'
import type { Network } from '#app/features/counting/networks.ts'
import { awaitChange } from '#app/features/generation/await-change.ts'
import { cancelGeneration } from '#app/features/generation/cancel-generation.ts'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import type { GenerationView } from '#app/features/generation/progress.ts'
import { type Submission, submitThread } from '#app/features/generation/submit-thread.ts'
import { switchedSentence } from '#app/features/generation/switched-sentence.ts'
import type { WriterName } from '#app/features/generation/writer-names.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { createStorage } from '#app/integrations/storage/storage.ts'
import { seconds } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { createRedis } from '#app/platform/redis.server.ts'
import { startWorker } from '#jobs/start-worker.ts'
import { createTasks } from '#jobs/task-list.ts'
import { hearStopRequests } from '../stop-request.ts'
import { createCommandReader } from './command-reader.ts'
import { localOwner } from './local-owner.ts'
import { progressLine } from './progress-line.ts'
import { showThread } from './show-thread.ts'
import { isFeed } from './source-argument.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

export type MakeOptions = {
  json: boolean
  network: Network
  /** Undefined for the one that the environment's keys make the usual one. */
  writer: WriterName | undefined
  /** Null for as many as it takes. */
  atMost: number | null
}

/** The queue's lane of this command alone. */
const lane = `command-${randomUUID()}` as const

/**
 * Writes a thread through the same queue as the web, with a worker of its own, and prints it. A stop request cancels
 * it; the database is given back whatever happens.
 */
export async function makeThread(submission: Submission, options: MakeOptions): Promise<void> {
  const stop = hearStopRequests()
  try {
    const workshop = await openWorkshop(stop)
    try {
      await makeIn(workshop, submission, options, stop)
    } finally {
      await workshop.close()
    }
  } catch (error) {
    // What breaks while everything is told to stop is no news.
    if (stop.aborted) throw new AppError('cancelled', 'Stopped before the thread was written.')
    throw error
  }
}

async function makeIn(
  workshop: Workshop,
  submission: Submission,
  { json, network, writer, atMost }: MakeOptions,
  stop: AbortSignal,
): Promise<void> {
  const { prisma } = workshop.database
  const owner = await localOwner(prisma)
  const length = generationOptionsSchema.parse({ atMost, review: 'never' })
  const { threadId } = await submitThread(prisma, owner, submission, length, {
    charge: null,
    lane,
    network,
    ...(writer && { writer }),
  })
  const view = await workOff(workshop, owner, threadId, stop)
  if (view.status === 'cancelled') throw new AppError('cancelled', 'Stopped before the thread was written.')
  if (view.error?.code === 'is-a-feed') {
    const { source } = await readThread(prisma, owner, threadId)
    throw isFeed(source.feed?.items ?? [])
  }
  if (view.error)
    throw new AppError(view.error.code, view.error.message, {
      status: 422,
      retryable: view.error.retryable,
    })
  if (view.progress.switched) console.error(switchedSentence(view.progress.switched))
  await showThread(prisma, owner, threadId, { network, view, json })
}

/** Works this command's lane of the queue until this thread has ended. */
async function workOff(
  { env, database, notifications, logger }: Workshop,
  owner: Owner,
  threadId: string,
  stop: AbortSignal,
): Promise<GenerationView> {
  const reader = createCommandReader()
  const redis = createRedis(env.redis, logger)
  const worker = await startWorker({
    pool: database.pool,
    concurrency: 1,
    lane,
    tasks: createTasks({
      env,
      database,
      notifications,
      logger,
      readDocument: reader.read,
      storage: createStorage(env.storage),
      redis,
    }),
    logger,
  })
  const line = progressLine(process.stderr)
  try {
    for (let seq = -1; ; ) {
      if (stop.aborted) await cancelGeneration(database.pool, owner, threadId)
      const view = await awaitChange({ pool: database.pool, notifications }, owner, threadId, seq, {
        timeoutMs: seconds(5),
        signals: [stop],
      })
      if (!view) throw new AppError('thread-not-found', 'The thread was deleted while it was written.')
      line.show(view)
      if (view.status !== 'queued' && view.status !== 'running') return view
      seq = view.seq
    }
  } finally {
    line.end()
    await worker.stop()
    await reader.close()
    await redis.close()
  }
}
