import type pg from 'pg'
import { assertAllowed } from '#app/features/content-filter/assert-allowed.ts'
import { partOfTweets } from '#app/features/content-filter/parts.ts'
import { AppError } from '#app/platform/errors.ts'
import { enqueueStatement } from '#app/platform/queue/enqueue.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { currentMetrics } from '#app/platform/work.server.ts'
import { type ClaimedRun, claimRun } from './claim-run.ts'
import { followWriter } from './follow-writer.ts'
import { cancelKey } from './generation-channel.ts'
import {
  failRun,
  finishRun,
  isTakenOver,
  pauseForPlan,
  pauseRun,
  RunLost,
  recordProgress,
  recordSnapshot,
  requeueRun,
} from './generation-record.ts'
import { withLocked } from './keep-locked.ts'
import { assertLengthFits } from './length-fits.ts'
import type { Progress } from './progress.ts'
import { type RunRecord, recordInTurn } from './record-in-turn.ts'
import type { RunDependencies } from './run-dependencies.ts'
import { sourceOfRun, wantsReview } from './source-of-run.ts'
import { allDone, atRest, atStep, initialProgress } from './step-progress.ts'
import { threadFault } from './thread-fault.ts'
import { tweetCheck } from './tweet-check.ts'
import type { WriterInput } from './writer.ts'

/**
 * Failures of a kind that may pass before the person is told. The queue allows more tries than these, since a worker
 * that dies takes one without having failed.
 */
const mostFailures = 3

/**
 * Writes a thread: reads its source, lets the writer write, checks every tweet, stores the thread. Ends the generation
 * as ready or failed; a failure that may pass throws while tries are left, so that the queue tries again. Cancelling
 * ends it quietly: nothing that it does afterwards is stored.
 */
export async function runGeneration(
  dependencies: RunDependencies,
  job: { generationId: string; isLastTry: boolean; signal: AbortSignal },
): Promise<void> {
  const { pool, notifications } = dependencies
  const claimed = await claimRun(pool, job.generationId)
  if (!claimed) return

  const lost = new AbortController()
  const signal = AbortSignal.any([job.signal, lost.signal])
  const stopListening = notifications.listen(cancelKey(claimed.id), () =>
    lost.abort(new RunLost('the generation was cancelled')),
  )
  try {
    await write(dependencies, claimed, signal)
  } catch (error) {
    await end(dependencies, claimed, { ...job, cancelled: lost.signal.aborted }, error)
  } finally {
    stopListening()
  }
}

async function write(
  dependencies: RunDependencies,
  claimed: ClaimedRun,
  stopped: AbortSignal,
): Promise<void> {
  const broken = new AbortController()
  const record = recordInTurn(
    initialProgress(claimed.needsFetching),
    (progress, events) => recordProgress(dependencies.pool, claimed, progress, events),
    (error) => broken.abort(error),
  )
  const forLater: (() => Promise<void>)[] = []
  try {
    await writeThread(dependencies, claimed, {
      record,
      signal: AbortSignal.any([stopped, broken.signal]),
      later: (work) => void forLater.push(work),
    })
  } catch (error) {
    // What could not be written down is why it was stopped, whatever that looked like to who was stopped.
    await record.written()
    throw error
  } finally {
    await Promise.all(forLater.map((work) => work()))
  }
}

type AtWork = {
  record: RunRecord
  signal: AbortSignal
  later: NonNullable<WriterInput['keeping']>['later']
}

async function writeThread(
  dependencies: RunDependencies,
  claimed: ClaimedRun,
  { record, signal, later }: AtWork,
): Promise<void> {
  const { pool } = dependencies
  const snapshot = await sourceOfRun(dependencies, claimed, { signal, step: record.step })
  record.reach(atStep(record.progress(), 'reading'))
  if (!claimed.reviewed && wantsReview(claimed.options, snapshot)) {
    await record.written()
    return pauseRun(pool, claimed, atRest(record.progress()))
  }
  assertLengthFits(snapshot.text, claimed.options)
  await recordRead(pool, claimed, record, snapshot.id)

  const writer = dependencies.writerFor(claimed.wantedWriter, claimed)
  record.reach({ ...record.progress(), writer: writer.name })
  const checked = await tweetCheck(snapshot, claimed.options)
  const { options, plan } = wishesOf(claimed, snapshot.id)
  const input: WriterInput = {
    source: snapshot,
    options,
    network: claimed.network,
    signal,
    check: checked,
    ...(plan && { plan }),
    keeping: {
      contentHash: snapshot.contentHash,
      isPublic: snapshot.isPublic,
      owner: claimed.owner,
      afresh: claimed.afresh,
      later,
    },
  }
  if (options.planFirst && !plan && writer.plan) {
    const { points } = await writer.plan(input)
    signal.throwIfAborted()
    const made = { snapshotId: snapshot.id, isChosen: false, points }
    if (points.length > 0) {
      await record.written()
      return pauseForPlan(pool, claimed, atRest(record.progress()), made)
    }
  }
  const { by, cacheHit } = await followWriter(writer.write(input), { signal, checked, record })
  const progress = atStep(record.progress(), 'checking')
  const fault = threadFault(
    progress.tweets.map((tweet) => tweet.text),
    claimed,
  )
  if (fault) throw fault
  if (record.progress().steps.checking !== 'active') {
    const step = ['step', { step: 'checking' }] as const
    // Only where somebody else is asked does it take long enough to be seen; else it is written with the end.
    if (dependencies.contentFilter.moderate) record.add(progress, ...step)
    else record.note(...step)
  }
  await assertTweetsAllowed(dependencies, claimed, progress, signal)
  const before = await record.rest()
  const tweets = withLocked(progress.tweets, claimed.standing, checked)
  await finishRun(pool, claimed, {
    progress: allDone({ ...progress, tweets }),
    before,
    tweets,
    snapshotId: snapshot.id,
    writer: progress.writer ?? writer.name,
    switchedBecause: progress.switched?.because ?? null,
    promptVersion: by?.promptVersion ?? null,
    model: by?.model ?? null,
    cacheHit,
  })
  currentMetrics()?.thread('ready')
}

/** Notes which text the thread is written from; only a text that the library hasn't taken up is waited for. */
async function recordRead(
  pool: pg.Pool,
  claimed: ClaimedRun,
  record: RunRecord,
  snapshotId: string,
): Promise<void> {
  const planning = atStep(record.progress(), 'planning')
  if (snapshotId === claimed.indexedId) return record.add(planning, 'source-read', { snapshotId })
  await record.written()
  record.reach(planning)
  await recordSnapshot(pool, claimed, snapshotId, planning)
}

/**
 * What is asked of the writer: with points that its owner has chosen, a tweet for each, whatever length was wished for
 * before there was a plan. Points of another text than the one of now count for nothing.
 */
function wishesOf({ options, plan }: ClaimedRun, snapshotId: string): Pick<WriterInput, 'options' | 'plan'> {
  if (!plan?.isChosen || plan.snapshotId !== snapshotId) return { options }
  return {
    options: { ...options, length: plan.points.length },
    plan: { points: plan.points, isChosen: true },
  }
}

/** Throws `content-refused` for a thread that must not be posted, whoever wrote it. */
async function assertTweetsAllowed(
  { contentFilter, prisma }: RunDependencies,
  { id }: ClaimedRun,
  { tweets }: Progress,
  signal: AbortSignal,
): Promise<void> {
  const asked = { actor: { kind: 'system' as const }, subject: { kind: 'generation', id }, signal }
  await assertAllowed(contentFilter, prisma, [partOfTweets(tweets.map(({ text }) => text))], asked)
}

/** Ends a run that did not come to a thread: given up, given back to the queue, or failed. */
async function end(
  { pool, logger }: RunDependencies,
  claimed: ClaimedRun,
  job: { isLastTry: boolean; cancelled: boolean; signal: AbortSignal },
  error: unknown,
): Promise<void> {
  const entry = { generationId: claimed.id, run: claimed.run }
  try {
    if (error instanceof RunLost || job.cancelled) throw error
    if (job.signal.aborted) {
      logger.info(entry, 'generation cut off by the end of its worker')
      return await handOver(pool, claimed)
    }
    const failure = asAppError(error)
    const again = failure.retryable && !job.isLastTry && claimed.failures + 1 < mostFailures
    logger[failure.level]({ err: error, ...entry, again }, 'generation did not succeed')
    if (!again) {
      await failRun(pool, claimed, failure)
      currentMetrics()?.thread('failed')
      return
    }
    await requeueRun(pool, claimed, initialProgress(claimed.needsFetching), failure)
    throw failure
  } catch (thrown) {
    if (!(thrown instanceof RunLost) && !job.cancelled) throw thrown
    // The job belongs to the run that has taken over, so it may not end here as if it were done.
    if (await isTakenOver(pool, claimed)) throw thrown
    logger.info(entry, 'generation left: cancelled, finished or gone')
  }
}

/** Gives the generation and a fresh job to the next worker, at once and without counting a try. */
async function handOver(pool: pg.Pool, claimed: ClaimedRun): Promise<void> {
  await inTransaction(pool, async (client) => {
    await requeueRun(client, claimed, initialProgress(claimed.needsFetching), null)
    await client.query(enqueueStatement('generate_thread', { generationId: claimed.id }, claimed.lane))
  })
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('internal', 'Something broke on our side while this was written: try again.', {
    retryable: true,
    cause: error,
  })
}
