import type pg from 'pg'
import { z } from 'zod'
import { type Network, networks } from '#app/features/counting/networks.ts'
import { needsReading } from '#app/features/sources/freshness.ts'
import { type StoredSnapshot, snapshotAsJson, snapshotInJson } from '#app/features/sources/snapshot-record.ts'
import { type StoredTweet, storedTweetSchema } from '#app/features/threads/stored-tweet.ts'
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
  source: {
    id: string
    url: string | null
    fileName: string | null
    /** Where the bytes of an upload lie. */
    storageKey: string | null
  }
  /** What it can be written from at once; null where the source has yet to be read. */
  snapshot: StoredSnapshot | null
  /** The snapshot whose words the thread's entry in the library has taken up; null for none. */
  indexedId: string | null
  /** Its tweets as they stand, in order: nobody changes them while it is being written (threads/hold-thread.ts). */
  standing: StoredTweet[]
  network: Network
  options: GenerationOptions
  lane: Lane
  /** Runs before this one that failed. */
  failures: number
  /** Whether the source has yet to be fetched. */
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
  url: z.string().nullable(),
  file_name: z.string().nullable(),
  storage_key: z.string().nullable(),
  snapshot: z.unknown(),
  indexed_id: z.string().nullable(),
  standing: z.array(storedTweetSchema),
  network: z.enum(networks),
  options: generationOptionsSchema,
  lane: z.custom<Lane>((value) => typeof value === 'string'),
  failures: z.number(),
  wanted_writer: z.string().nullable(),
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
 * is nothing left to do (cancelled, finished, deleted). All that the run begins from comes with it, since a model is not
 * asked before.
 */
export async function claimRun(pool: pg.Pool, id: string): Promise<ClaimedRun | null> {
  const { rows } = await pool.query({
    name: 'claim-run',
    text: `with claimed as (
       update generations g
       set status = 'running', run = run + 1, seq = seq + 1, started_at = coalesce(started_at, now()),
           progress = case when s.origin = 'url' and ${unread} then $2::jsonb else $3::jsonb end,
           error_code = null, error_message = null, error_retryable = false
       from threads t join sources s on s.id = t.source_id left join snapshots sn on sn.id = s.snapshot_id
       where g.id = $1 and t.id = g.thread_id and g.status in ('queued', 'running')
       returning g.id, g.run, g.seq, g.thread_id, t.source_id, s.url, s.file_name, s.storage_key, t.network, g.options, g.lane, g.failures, g.wanted_writer,
                 g.reviewed, g.afresh, g.plan,
                 case when t.user_id is null then json_build_object('visitorId', t.visitor_id)
                   else json_build_object('userId', t.user_id) end as owner,
                 s.origin = 'url' and ${unread} as needs_fetching,
                 case when not ${unread} then ${snapshotAsJson('sn')} end as snapshot,
                 (select snapshot_id from library_entries where thread_id = t.id and words is not null) as indexed_id,
                 (select coalesce(json_agg(json_build_object(
                    'id', id, 'position', position, 'text', text, 'spans', spans, 'verdict', verdict, 'reasons', reasons,
                    'isOpinion', is_opinion, 'isLocked', is_locked) order by position), '[]')
                  from tweets where thread_id = t.id) as standing
     ), event as (
       insert into generation_events (generation_id, run, seq, kind, data) select id, run, seq, 'started', '{}' from claimed
     )
     select *, pg_notify('${generationChannel}', thread_id::text) from claimed`,
    values: [id, JSON.stringify(initialProgress(true)), JSON.stringify(initialProgress(false))],
  })
  if (!rows[0]) return null
  const row = claimedSchema.parse(rows[0])
  return {
    id: row.id,
    run: row.run,
    threadId: row.thread_id,
    source: { id: row.source_id, url: row.url, fileName: row.file_name, storageKey: row.storage_key },
    snapshot: row.snapshot === null ? null : snapshotInJson(row.snapshot),
    indexedId: row.indexed_id,
    standing: row.standing,
    network: row.network,
    options: row.options,
    lane: row.lane,
    failures: row.failures,
    needsFetching: row.needs_fetching,
    reviewed: row.reviewed,
    wantedWriter: row.wanted_writer,
    owner: row.owner,
    afresh: row.afresh,
    plan: row.plan,
  }
}
