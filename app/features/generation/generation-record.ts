import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { indexThread } from '#app/features/threads/library/index-thread.ts'
import { appendRevision } from '#app/features/threads/revisions/append-revision.ts'
import { storeTweets } from '#app/features/threads/store-tweets.ts'
import type { AppError } from '#app/platform/errors.ts'
import { prepared } from '#app/platform/statement.server.ts'
import { executeOn, inTransaction } from '#app/platform/transaction.server.ts'
import type { ClaimedRun } from './claim-run.ts'
import { generationChannel } from './generation-channel.ts'
import type { FinishedTweet } from './keep-locked.ts'
import type { KeptPlan } from './key-points.ts'
import type { Progress } from './progress.ts'
import { type Ended, endedColumns, endedOf, recordFailed, recordReady } from './record-ended.ts'
import type { RunEvent } from './record-in-turn.ts'
import { isNotTheirs, returnCharge } from './return-charge.ts'
import { pageWasLeft, tellOwner } from './watch.ts'

/** The run has lost its generation: it was cancelled, or a later run has taken over. Nothing it has may be written. */
export class RunLost extends Error {
  override name = 'RunLost'
}

/** Stores the run's progress with what happened, and tells who waits for it: one statement. Throws RunLost. */
export async function recordProgress(
  pool: pg.Pool,
  run: RunKey,
  progress: Progress,
  events: readonly RunEvent[],
): Promise<void> {
  const read = events.find(({ kind }) => kind === 'source-read')
  await changeRun(pool, run, {
    change: 'progress = $5, snapshot_id = coalesce($6::uuid, snapshot_id)',
    values: [JSON.stringify(progress), read?.data.snapshotId ?? null],
    events,
  })
}

/**
 * Gives the generation back to the queue, for another run; what this one had is cleared. A failure is counted and told
 * meanwhile; a run that its worker's end cut off is neither. Throws RunLost.
 */
export async function requeueRun(
  queryable: pg.Pool | pg.PoolClient,
  run: RunKey,
  fresh: Progress,
  failure: AppError | null,
): Promise<void> {
  await changeRun(queryable, run, {
    change: `status = 'queued', progress = $5, failures = failures + $6::int,
             error_code = $7::text, error_message = $8::text, error_retryable = $7::text is not null`,
    events: [{ kind: 'requeued', data: { code: failure?.code ?? 'interrupted' } }],
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

/** Notes which text the run writes from, with its progress, and has the library take up a text that is new. Throws RunLost. */
export async function recordSnapshot(
  pool: pg.Pool,
  claimed: ClaimedRun,
  snapshotId: string,
  progress: Progress,
): Promise<void> {
  const change = {
    change: 'progress = $5, snapshot_id = $6',
    values: [JSON.stringify(progress), snapshotId],
    events: [{ kind: 'source-read', data: { snapshotId } }],
  }
  if (claimed.indexedId === snapshotId) {
    await changeRun(pool, claimed, change)
    return
  }
  await inTransaction(pool, async (client) => {
    await changeRun(client, claimed, change)
    await indexThread(client, claimed.threadId)
  })
}

/** Puts the generation into its owner's hands, until they let it go on. Throws RunLost. */
export async function pauseRun(pool: pg.Pool, run: RunKey, progress: Progress): Promise<void> {
  await changeRun(pool, run, {
    change: `status = 'waiting', progress = $5`,
    values: [JSON.stringify(progress)],
    events: [{ kind: 'waiting', data: {} }],
  })
}

/** Keeps a plan, and puts the generation into its owner's hands until they have chosen from it. Throws RunLost. */
export async function pauseForPlan(
  pool: pg.Pool,
  run: RunKey,
  progress: Progress,
  plan: KeptPlan,
): Promise<void> {
  await changeRun(pool, run, {
    change: `status = 'waiting', progress = $5, plan = $6`,
    values: [JSON.stringify(progress), JSON.stringify(plan)],
    events: [{ kind: 'plan-waiting', data: { points: plan.points.length } }],
  })
}

/**
 * Ends the generation with a sentence for the person, and gives back what its thread was charged where the failure isn't
 * theirs. Throws RunLost.
 */
export async function failRun(pool: pg.Pool, claimed: ClaimedRun, error: AppError): Promise<void> {
  await inTransaction(pool, async (client) => {
    const ended = await changeRun(client, claimed, {
      change: `status = 'failed', finished_at = now(), error_code = $5, error_message = $6, error_retryable = $7`,
      values: [error.code, error.message, error.retryable],
      events: [{ kind: 'failed', data: { code: error.code } }],
    })
    await recordFailed(client, claimed, error.code, ended)
    if (isNotTheirs(error)) await returnCharge(client, claimed.threadId)
    if (ended.isLeft) await tellOwner(client, claimed.id)
  })
}

export type Outcome = {
  progress: Progress
  /** What happened before the end, and isn't written yet. */
  before: readonly RunEvent[]
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
  const { threadId, standing } = claimed
  await inTransaction(pool, async (client) => {
    const execute = executeOn(client)
    // What is written over may have been edited. It is of the version that the next statement moves on from.
    if (standing.length > 0) await appendRevision(execute, threadId, { kind: 'written' })
    const ended = await changeRun(client, claimed, {
      change: `status = 'ready', finished_at = now(), progress = $5, writer = $6, model = $7,
               prompt_version = $8, switched_because = $9, cache_hit = $10`,
      also: `update threads t set version = version + 1, numbering = $11, snapshot_id = $12, updated_at = now()
             from changed where t.id = changed.thread_id`,
      values: [
        JSON.stringify(outcome.progress),
        outcome.writer,
        outcome.model,
        outcome.promptVersion,
        outcome.switchedBecause,
        outcome.cacheHit,
        claimed.options.numbering,
        outcome.snapshotId,
      ],
      events: [...outcome.before, { kind: 'ready', data: { tweets: outcome.progress.tweets.length } }],
    })
    await storeTweets(
      client,
      threadId,
      outcome.tweets.map((tweet) => ({ id: uuidv7(), ...tweet })),
      standing,
    )
    await appendRevision(execute, threadId, {
      kind: 'written',
      writer: outcome.writer,
      model: outcome.model,
    })
    await recordReady(client, claimed, outcome, ended)
    if (ended.isLeft) await tellOwner(client, claimed.id)
    await indexThread(client, threadId)
  })
}

type RunKey = Pick<ClaimedRun, 'id' | 'run'>

type Change = {
  /** What is set, with its values from $5 on. */
  change: string
  /** What else is changed with it, of the row `changed`. */
  also?: string
  values: unknown[]
  /** What happened meanwhile, in its order: at least one. */
  events: readonly RunEvent[]
}

/** Changes the generation, notes what happened, and tells who waits for it, in one statement. Throws RunLost. */
async function changeRun(
  queryable: pg.Pool | pg.PoolClient,
  { id, run }: RunKey,
  { change, also, values, events }: Change,
): Promise<Ended> {
  const { rows } = await queryable.query(
    prepared(
      `with changed as (
         update generations set seq = seq + $3::int, ${change}
         where id = $1 and run = $2 and status = 'running'
         returning id, run, seq, thread_id, status, created_at, cost_micros, ${pageWasLeft} as is_left
       ), told as (
         insert into generation_events (generation_id, run, seq, kind, data)
         select id, run, seq - $3::int + at::int, kind, data from changed
         cross join rows from (jsonb_to_recordset($4::jsonb) as (kind text, data jsonb)) with ordinality as e (kind, data, at)
       )${also ? `, others as (${also})` : ''}
       select pg_notify('${generationChannel}', thread_id::text), ${endedColumns} from changed`,
      [id, run, events.length, JSON.stringify(events), ...values],
    ),
  )
  if (rows.length === 0) throw new RunLost(`run ${run} of generation ${id} has lost its place`)
  return endedOf(rows[0], events)
}
