import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { seconds } from '#app/platform/durations.ts'
import { startArticleSite } from '#tests/setup/article-site.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'

/**
 * Who asks: a browser that was never here, the visitor whose thread it is, and another visitor with a thread of their
 * own. Those who don't own it come first, so that what they try finds it as it was made. Roles of people with accounts
 * are added here, and a cell for each in the table.
 */
export const roles = ['nobody', 'other', 'owner'] as const
export type Role = (typeof roles)[number]

/** What addresses and forms name: the owner's, as it stands at the moment. */
export type Names = {
  threadId: string
  sourceId: string
  snapshotId: string
  tweetId: string
  version: string
  visitorId: string
  /** An id of nothing. */
  nothing: string
  rest: string
}

export type World = {
  address: string
  cookieOf(role: Role): string
  names(): Promise<Names>
  /** Stands in every page of the owner's, and in nobody else's. */
  marker: string
  /** Waits until the worker has nothing to do. */
  settled(): Promise<void>
  /** Tells by one word whether anything of the owner's has changed. */
  printOfOwner(): Promise<string>
  /** Tells by a word a table whether anything has. */
  printOfTables(): Promise<Record<string, string>>
  close(): Promise<void>
}

const namesSchema = z.object({
  source_id: z.string(),
  snapshot_id: z.string(),
  tweet_id: z.string(),
  version: z.number(),
  visitor_id: z.string(),
})

/** A service with two visitors, each with a thread that is ready. */
export async function openWorld(): Promise<World> {
  const marker = 'owners-own'
  const site = await startArticleSite()
  const service = await startService({}).catch(async (error: unknown) => {
    await site.close()
    throw error
  })
  const close = async () => {
    await service.close()
    await site.close()
  }
  try {
    const [owner, other] = [await service.write(site.url + marker), await service.write(`${site.url}another`)]
    const shown = await fetch(owner.page, { headers: { Cookie: owner.cookie } })
    if (!(await shown.text()).includes(marker))
      throw new Error('the owner’s own page doesn’t show the marker')
    const cookies = { nobody: '', owner: owner.cookie, other: other.cookie }
    const threadId = owner.page.split('/').at(-1) ?? ''
    const names = () => readNames(service, threadId)
    const { visitorId } = await names()
    return {
      address: service.address,
      cookieOf: (role) => cookies[role],
      names,
      marker,
      settled: () => settled(service),
      printOfOwner: () => printOfOwner(service, visitorId),
      printOfTables: () => printOfTables(service),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function readNames({ pool }: RunningService, threadId: string): Promise<Names> {
  const { rows } = await pool.query(
    `select t.source_id, s.snapshot_id, t.version, t.visitor_id,
            (select id from tweets where thread_id = t.id order by position limit 1) as tweet_id
     from threads t join sources s on s.id = t.source_id where t.id = $1`,
    [threadId],
  )
  const row = namesSchema.parse(rows[0])
  return {
    threadId,
    sourceId: row.source_id,
    snapshotId: row.snapshot_id,
    tweetId: row.tweet_id,
    version: String(row.version),
    visitorId: row.visitor_id,
    nothing: randomUUID(),
    rest: 'nothing-here',
  }
}

/** Nothing takes longer than a second or two here. */
const patience = seconds(60)

async function settled({ pool }: RunningService): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    const { rowCount } = await pool.query(
      `select 1 from generations where status in ('queued', 'running')
       union all select 1 from rereads where finished_at is null
       union all select 1 from tweet_candidates where finished_at is null
       union all select 1 from graphile_worker._private_jobs where attempts < max_attempts`,
    )
    if (rowCount === 0) return
    if (Date.now() > end) throw new Error('the worker does not get done')
    await sleep(20)
  }
}

const ownRows = {
  threads: 'visitor_id = $1',
  sources: 'visitor_id = $1',
  snapshots: 'source_id in (select id from sources where visitor_id = $1)',
  rereads: 'source_id in (select id from sources where visitor_id = $1)',
  tweets: 'thread_id in (select id from threads where visitor_id = $1)',
  generations: 'thread_id in (select id from threads where visitor_id = $1)',
  tweet_candidates: 'thread_id in (select id from threads where visitor_id = $1)',
}

async function printOfOwner({ pool }: RunningService, visitorId: string): Promise<string> {
  const prints = Object.entries(ownRows).map(
    ([table, condition]) =>
      `(select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') from ${table} t where ${condition})`,
  )
  const { rows } = await pool.query<{ print: string }>(`select ${prints.join(` || ' ' || `)} as print`, [
    visitorId,
  ])
  return rows[0]?.print ?? ''
}

/** All tables but that of the workers' heartbeats, and the jobs that wait. */
async function printOfTables({ pool }: RunningService): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'worker_pools'
     order by 1`,
  )
  const prints: Record<string, string> = {}
  for (const name of [...rows.map((row) => row.name), 'graphile_worker._private_jobs']) {
    const { rows: found } = await pool.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`,
    )
    prints[name] = found[0]?.print ?? ''
  }
  return prints
}
