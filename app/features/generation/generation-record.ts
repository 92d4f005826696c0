import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type Network, networks } from '#app/features/counting/networks.ts'
import type { AppError } from '#app/platform/errors.ts'
import type { Lane } from '#app/platform/queue/catalog.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { type GenerationOptions, generationOptionsSchema } from './options.ts'
import type { Progress } from './progress.ts'
import { initialProgress } from './step-progress.ts'

/** The channel on which every change of a generation is told, with its thread's id. */
export const generationChannel = 'generation'

/** The key on the same channel under which the run at work hears that it was cancelled. */
export const cancelKey = (id: string) => `cancel:${id}`

/** A generation in the hands of one run of its job. */
export type ClaimedRun = {
  id: string
  run: number
  threadId: string
  sourceId: string
  network: Network
  options: GenerationOptions
  lane: Lane
  /** Runs before this one that failed. */
  failures: number
  /** Whether the source has yet to be fetched. */
  needsFetching: boolean
  wantedWriter: string | null
}

/** The run has lost its generation: it was cancelled, or a later run has taken over. Nothing it has may be written. */
export class RunLost extends Error {
  override name = 'RunLost'
}

const claimedSchema = z.object({
  id: z.string(),
  run: z.number(),
  thread_id: z.string(),
  source_id: z.string(),
  network: z.enum(networks),
  options: generationOptionsSchema,
  lane: z.custom<Lane>((value) => typeof value === 'string'),
  failures: z.number(),
  wanted_writer: z.string().nullable(),
  needs_fetching: z.boolean(),
})

/**
 * Takes a generation up: its run number grows, and from here on only writes with that number count. Null where there
 * is nothing left to do (cancelled, finished, deleted).
 */
export async function claimRun(pool: pg.Pool, id: string): Promise<ClaimedRun | null> {
  const { rows } = await pool.query(
    `with claimed as (
       update generations g
       set status = 'running', run = run + 1, seq = seq + 1, progress = case when s.read_at is null then $2::jsonb else $3::jsonb end, started_at = coalesce(started_at, now()),
           error_code = null, error_message = null, error_retryable = false
       from threads t join sources s on s.id = t.source_id
       where g.id = $1 and t.id = g.thread_id and g.status in ('queued', 'running')
       returning g.id, g.run, g.seq, g.thread_id, t.source_id, t.network, g.options, g.lane, g.failures, g.wanted_writer,
                 s.read_at is null as needs_fetching
     ), event as (
       insert into generation_events (generation_id, run, seq, kind, data) select id, run, seq, 'started', '{}' from claimed
     )
     select *, pg_notify('${generationChannel}', thread_id::text) from claimed`,
    [id, JSON.stringify(initialProgress(true)), JSON.stringify(initialProgress(false))],
  )
  if (!rows[0]) return null
  const row = claimedSchema.parse(rows[0])
  return {
    id: row.id,
    run: row.run,
    threadId: row.thread_id,
    sourceId: row.source_id,
    network: row.network,
    options: row.options,
    lane: row.lane,
    failures: row.failures,
    needsFetching: row.needs_fetching,
    wantedWriter: row.wanted_writer,
  }
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

/** Ends the generation with a sentence for the person. Throws RunLost. */
export async function failRun(pool: pg.Pool, { id, run }: ClaimedRun, error: AppError): Promise<void> {
  await changeRun(pool, {
    id,
    run,
    change: `status = 'failed', finished_at = now(), error_code = $5, error_message = $6, error_retryable = $7`,
    kind: 'failed',
    data: { code: error.code },
    values: [error.code, error.message, error.retryable],
  })
}

export type Outcome = {
  progress: Progress
  writer: string
  model: string | null
  inputTokens: number | null
  outputTokens: number | null
}

/** Stores the thread and ends the generation, both or neither. Throws RunLost. */
export async function finishRun(pool: pg.Pool, claimed: ClaimedRun, outcome: Outcome): Promise<void> {
  await inTransaction(pool, async (client) => {
    await changeRun(client, {
      id: claimed.id,
      run: claimed.run,
      change: `status = 'ready', finished_at = now(), progress = $5, writer = $6, model = $7, input_tokens = $8, output_tokens = $9`,
      kind: 'ready',
      data: { tweets: outcome.progress.tweets.length },
      values: [
        JSON.stringify(outcome.progress),
        outcome.writer,
        outcome.model,
        outcome.inputTokens,
        outcome.outputTokens,
      ],
    })
    await client.query('delete from tweets where thread_id = $1', [claimed.threadId])
    await client.query(
      `insert into tweets (id, thread_id, position, text, spans)
       select id, $1, position, text, spans
       from jsonb_to_recordset($2::jsonb) as made (id uuid, position int, text text, spans jsonb)`,
      [
        claimed.threadId,
        JSON.stringify(outcome.progress.tweets.map((tweet) => ({ id: uuidv7(), ...tweet }))),
      ],
    )
    await client.query(
      'update threads set version = version + 1, numbering = $2, updated_at = now() where id = $1',
      [claimed.threadId, claimed.options.numbering],
    )
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
