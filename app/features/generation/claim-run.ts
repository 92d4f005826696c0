import type pg from 'pg'
import { z } from 'zod'
import { type Network, networks } from '#app/features/counting/networks.ts'
import { needsReading } from '#app/features/sources/freshness.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { Lane } from '#app/platform/queue/catalog.ts'
import { generationChannel } from './generation-channel.ts'
import { type KeptPlan, keptPlanSchema } from './key-points.ts'
import { type GenerationOptions, generationOptionsSchema } from './options.ts'
import { initialProgress } from './step-progress.ts'

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
  /** Whether the source has yet to be read before it can be written from. */
  needsReading: boolean
  /** Whether that means fetching it. */
  needsFetching: boolean
  /** Whether its owner has looked at what was read and let it go on. */
  reviewed: boolean
  wantedWriter: string | null
  owner: Owner
  /** Whether another thread is wanted than what was written before. */
  afresh: boolean
  /** The plan as it stands; null where none was to be shown, or none has been made yet. */
  plan: KeptPlan | null
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
  needs_reading: z.boolean(),
  needs_fetching: z.boolean(),
  reviewed: z.boolean(),
  afresh: z.boolean(),
  plan: keptPlanSchema.nullable(),
  owner: z.union([z.object({ userId: z.uuid() }), z.object({ visitorId: z.uuid() })]),
})

/** What its owner has looked at is not read over. */
const unread = `(${needsReading} and not (g.reviewed and s.snapshot_id is not null))`

/**
 * Takes a generation up: its run number grows, and from here on only writes with that number count. Null where there
 * is nothing left to do (cancelled, finished, deleted).
 */
export async function claimRun(pool: pg.Pool, id: string): Promise<ClaimedRun | null> {
  const { rows } = await pool.query(
    `with claimed as (
       update generations g
       set status = 'running', run = run + 1, seq = seq + 1, started_at = coalesce(started_at, now()),
           progress = case when s.origin = 'url' and ${unread} then $2::jsonb else $3::jsonb end,
           error_code = null, error_message = null, error_retryable = false
       from threads t join sources s on s.id = t.source_id left join snapshots sn on sn.id = s.snapshot_id
       where g.id = $1 and t.id = g.thread_id and g.status in ('queued', 'running')
       returning g.id, g.run, g.seq, g.thread_id, t.source_id, t.network, g.options, g.lane, g.failures, g.wanted_writer,
                 g.reviewed, g.afresh, g.plan,
                 case when t.user_id is null then json_build_object('visitorId', t.visitor_id)
                   else json_build_object('userId', t.user_id) end as owner,
                 ${unread} as needs_reading, s.origin = 'url' and ${unread} as needs_fetching
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
    needsReading: row.needs_reading,
    needsFetching: row.needs_fetching,
    reviewed: row.reviewed,
    wantedWriter: row.wanted_writer,
    owner: row.owner,
    afresh: row.afresh,
    plan: row.plan,
  }
}
