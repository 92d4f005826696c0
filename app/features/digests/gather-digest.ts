import type pg from 'pg'
import { z } from 'zod'
import { readRows } from '#app/features/threads/library/read-rows.ts'
import { days } from '#app/platform/durations.ts'

/** What a digest tells of a thread. */
export type DigestThread = {
  id: string
  sourceId: string
  title: string
  tweetCount: number
  /** Tweets that the source doesn't back, or only in part, and that nobody has called an opinion. */
  doubts: number
  /** Whether its source has an address, and so may change. */
  isFetched: boolean
}

/** What is to be told of somebody's threads; a thread stands in the first of the lists that it belongs in. */
export type Digest = {
  /** Their sources were found in this time to say something else than what the thread was made from. */
  changed: DigestThread[]
  /** Posted to the end in this time. */
  posted: DigestThread[]
  /** Written in this time. */
  made: DigestThread[]
  /** Ready and not posted, and nobody has touched them in this time. */
  waiting: DigestThread[]
  /** Whether any of it has not been told before. */
  isNews: boolean
}

/** A draft that nobody has touched for so long waits for nobody any more. */
const waitsFor = days(30)
const mostRead = 60

const factsSchema = z.object({
  id: z.string(),
  source_id: z.string(),
  is_fetched: z.boolean(),
  doubts: z.coerce.number(),
  changed_at: z.date().nullable(),
  posted_at: z.date().nullable(),
})
type Facts = z.infer<typeof factsSchema>

const entries = `
  select e.* from library_entries e
  where e.owner = $1 and e.trashed_at is null and e.state = 'ready'
    and (e.changed_at > $2
      or exists (select 1 from threads t join rereads r on r.source_id = t.source_id
                 where t.id = e.thread_id and r.snapshot_id <> t.snapshot_id and r.finished_at > $3)
      or exists (select 1 from publications p where p.thread_id = e.thread_id and p.finished_at > $3))
  order by e.changed_at desc limit ${mostRead}`

/**
 * What is to be told of somebody's threads at `until`, where they were told last at `from`. The 60 that changed last are
 * looked at.
 */
export async function gatherDigest(
  pool: pg.Pool,
  { userId, from, until }: { userId: string; from: Date; until: Date },
): Promise<Digest> {
  const rows = await readRows(pool, {
    name: 'digest-rows',
    entries,
    order: 'e.changed_at desc',
    values: [userId, new Date(from.getTime() - waitsFor), from],
  })
  const facts = await factsOf(
    pool,
    rows.map(({ row }) => row.id),
  )
  const digest: Digest = { changed: [], posted: [], made: [], waiting: [], isNews: false }
  // What had lain still when the last one came has been told of then.
  const stillBefore = new Date(from.getTime() - (until.getTime() - from.getTime()))
  for (const { row } of rows) {
    const { id, title, tweetCount } = row
    const own = facts.get(id)
    if (!own) continue
    const { source_id: sourceId, is_fetched: isFetched, doubts } = own
    const told: DigestThread = { id, sourceId, title, tweetCount, doubts, isFetched }
    const isIn = (at: Date | null) => at !== null && at > from && at <= until
    const touchedAt = new Date(row.changedAt)
    if (isIn(own.changed_at)) digest.changed.push(told)
    else if (isIn(own.posted_at)) digest.posted.push(told)
    else if (isIn(new Date(row.createdAt))) digest.made.push(told)
    else if (own.posted_at === null && touchedAt <= from) {
      digest.waiting.push(told)
      digest.isNews ||= touchedAt > stillBefore
    }
  }
  digest.isNews ||= digest.changed.length + digest.posted.length + digest.made.length > 0
  return digest
}

async function factsOf(pool: pg.Pool, threadIds: string[]): Promise<Map<string, Facts>> {
  if (threadIds.length === 0) return new Map()
  const { rows } = await pool.query({
    name: 'digest-facts',
    text: `select t.id, t.source_id, s.url is not null as is_fetched,
             (select count(*) from tweets w where w.thread_id = t.id and not w.is_opinion
                and w.verdict in ('unsupported', 'partly')) as doubts,
             (select max(r.finished_at) from rereads r
                where r.source_id = t.source_id and r.snapshot_id <> t.snapshot_id) as changed_at,
             (select max(p.finished_at) from publications p where p.thread_id = t.id and p.state = 'done') as posted_at
           from threads t join sources s on s.id = t.source_id
           where t.id = any($1::uuid[])`,
    values: [threadIds],
  })
  return new Map(rows.map((row) => factsSchema.parse(row)).map((facts) => [facts.id, facts]))
}
