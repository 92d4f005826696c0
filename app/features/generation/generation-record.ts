import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { indexThread } from '#app/features/threads/library/index-thread.ts'
import { appendRevision } from '#app/features/threads/revisions/append-revision.ts'
import { storeTweets } from '#app/features/threads/store-tweets.ts'
import type { AppError } from '#app/platform/errors.ts'
import { executeOn, inTransaction } from '#app/platform/transaction.server.ts'
import type { ClaimedRun } from './claim-run.ts'
import { generationChannel } from './generation-channel.ts'
import type { FinishedTweet } from './keep-locked.ts'
import type { KeptPlan } from './key-points.ts'
import type { Progress } from './progress.ts'
import { recordFailed, recordReady } from './record-ended.ts'
import { isNotTheirs, returnCharge } from './return-charge.ts'
import { tellIfLeft } from './watch.ts'

/** The run has lost its generation: it was cancelled, or a later run has taken over. Nothing it has may be written. */
export class RunLost extends Error {
  override name = 'RunLost'
}

/** Stores the run's progress and tells who waits for it: one statement. Throws RunLost. */
export async function recordProgress(
  pool: pg.Pool,
  { id, run }: ClaimedRun,
  progress: Progress,
  event: { kind: string; data: Record<string, unknown> },
): Promise<void> {
  await changeRun(pool, {
    id,
    run,
    change: 'progress = $5',
    kind: event.kind,
    data: event.data,
    values: [JSON.stringify(progress)],
  })
}

/**
 * Gives the generation back to the queue, for another run; what this one had is cleared. A failure is counted and told
 * meanwhile; a run that its worker's end cut off is neither. Throws RunLost.
 */
export async function requeueRun(
  queryable: pg.Pool | pg.PoolClient,
  { id, run }: ClaimedRun,
  fresh: Progress,
  failure: AppError | null,
): Promise<void> {
  await changeRun(queryable, {
    id,
    run,
    change: `status = 'queued', progress = $5, failures = failures + $6::int,
             error_code = $7::text, error_message = $8::text, error_retryable = $7::text is not null`,
    kind: 'requeued',
    data: { code: failure?.code ?? 'interrupted' },
    values: [JSON.stringify(fresh), failure ? 1 : 0, failure?.code ?? null, failure?.message ?? null],
  })
}

/**
 * Whether a later run has the generation, which holds its job too: then the job must not end as done here. False where
 * it was cancelled, has ended or is gone.
 */
export async function isTakenOver(pool: pg.Pool, { id, run }: ClaimedRun): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select 1 from generations where id = $1 and run <> $2 and status in ('queued', 'running')`,
    [id, run],
  )
  return rowCount !== 0
}

/** Notes which text the run writes from, with its progress. Throws RunLost. */
export async function recordSnapshot(
  pool: pg.Pool,
  { id, run, threadId }: ClaimedRun,
  snapshotId: string,
  progress: Progress,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await changeRun(client, {
      id,
      run,
      change: 'progress = $5, snapshot_id = $6',
      kind: 'source-read',
      data: { snapshotId },
      values: [JSON.stringify(progress), snapshotId],
    })
    await indexThread(client, threadId)
  })
}

/** Puts the generation into its owner's hands, until they let it go on. Throws RunLost. */
export async function pauseRun(pool: pg.Pool, { id, run }: ClaimedRun, progress: Progress): Promise<void> {
  await changeRun(pool, {
    id,
    run,
    change: `status = 'waiting', progress = $5`,
    kind: 'waiting',
    data: {},
    values: [JSON.stringify(progress)],
  })
}

/** Keeps a plan, and puts the generation into its owner's hands until they have chosen from it. Throws RunLost. */
export async function pauseForPlan(
  pool: pg.Pool,
  { id, run }: ClaimedRun,
  progress: Progress,
  plan: KeptPlan,
): Promise<void> {
  await changeRun(pool, {
    id,
    run,
    change: `status = 'waiting', progress = $5, plan = $6`,
    kind: 'plan-waiting',
    data: { points: plan.points.length },
    values: [JSON.stringify(progress), JSON.stringify(plan)],
  })
}

/**
 * Ends the generation with a sentence for the person, and gives back what its thread was charged where the failure isn't
 * theirs. Throws RunLost.
 */
export async function failRun(pool: pg.Pool, claimed: ClaimedRun, error: AppError): Promise<void> {
  await inTransaction(pool, async (client) => {
    await changeRun(client, {
      id: claimed.id,
      run: claimed.run,
      change: `status = 'failed', finished_at = now(), error_code = $5, error_message = $6, error_retryable = $7`,
      kind: 'failed',
      data: { code: error.code },
      values: [error.code, error.message, error.retryable],
    })
    await recordFailed(client, claimed, error.code)
    if (isNotTheirs(error)) await returnCharge(client, claimed.threadId)
    await tellIfLeft(client, claimed.id)
  })
}

export type Outcome = {
  progress: Progress
  /** What is stored, with what its owner had locked. */
  tweets: readonly FinishedTweet[]
  /** The text it was written from. */
  snapshotId: string
  writer: string
  /** The code of the failure for which it is another writer than the one that began; null where it is not. */
  switchedBecause: string | null
  promptVersion: string | null
  model: string | null
  /** Whether it was written before, and given again. */
  cacheHit: boolean
}

/** Stores the thread and ends the generation, both or neither. Throws RunLost. */
export async function finishRun(pool: pg.Pool, claimed: ClaimedRun, outcome: Outcome): Promise<void> {
  await inTransaction(pool, async (client) => {
    await changeRun(client, {
      id: claimed.id,
      run: claimed.run,
      change: `status = 'ready', finished_at = now(), progress = $5, writer = $6, model = $7,
               prompt_version = $8, switched_because = $9, cache_hit = $10`,
      kind: 'ready',
      data: { tweets: outcome.progress.tweets.length },
      values: [
        JSON.stringify(outcome.progress),
        outcome.writer,
        outcome.model,
        outcome.promptVersion,
        outcome.switchedBecause,
        outcome.cacheHit,
      ],
    })
    const execute = executeOn(client)
    // What is written over may have been edited.
    await appendRevision(execute, claimed.threadId, { kind: 'written' })
    await storeTweets(
      client,
      claimed.threadId,
      outcome.tweets.map((tweet) => ({ id: uuidv7(), ...tweet })),
    )
    await client.query(
      `update threads set version = version + 1, numbering = $2, snapshot_id = $3, updated_at = now() where id = $1`,
      [claimed.threadId, claimed.options.numbering, outcome.snapshotId],
    )
    await appendRevision(execute, claimed.threadId, {
      kind: 'written',
      writer: outcome.writer,
      model: outcome.model,
    })
    await recordReady(client, claimed, outcome)
    await tellIfLeft(client, claimed.id)
    await indexThread(client, claimed.threadId)
  })
}

type Change = {
  id: string
  run: number
  /** What is set, with its values from $5 on. */
  change: string
  kind: string
  data: Record<string, unknown>
  values: unknown[]
}

async function changeRun(queryable: pg.Pool | pg.PoolClient, change: Change): Promise<void> {
  const { rowCount } = await queryable.query(
    `with changed as (
       update generations set seq = seq + 1, ${change.change}
       where id = $1 and run = $2 and status = 'running'
       returning id, run, seq, thread_id
     ), event as (
       insert into generation_events (generation_id, run, seq, kind, data) select id, run, seq, $3, $4 from changed
     )
     select pg_notify('${generationChannel}', thread_id::text) from changed`,
    [change.id, change.run, change.kind, JSON.stringify(change.data), ...change.values],
  )
  if (rowCount === 0) throw new RunLost(`run ${change.run} of generation ${change.id} has lost its place`)
}
