import type pg from 'pg'
import { z } from 'zod'
import { generationStatuses } from '#app/features/threads/generation-status.ts'
import { type Owner, ownerCondition } from '#app/platform/owner.ts'
import type { ThreadRow } from './thread-row.ts'
import { threadTitle } from './thread-title.ts'

const rowSchema = z.object({
  id: z.string(),
  created_at: z.date(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  file_name: z.string().nullable(),
  opening: z.string().nullable(),
  first_tweet: z.string().nullable(),
  tweet_count: z.coerce.number(),
  status: z.enum(generationStatuses),
})

/**
 * An owner's threads, newest first. `before` is the id of the last row of the page before: ids grow with time, so a
 * page is a range of one index, however many there are.
 */
export async function listThreads(
  pool: pg.Pool,
  owner: Owner,
  page: { size: number; before?: string | undefined },
): Promise<{ rows: ThreadRow[]; next: string | null }> {
  const { column, id } = ownerCondition(owner)
  const { rows } = await pool.query(
    `select t.id, t.created_at, sn.title, s.url, s.file_name, left(sn.text, 120) as opening, g.status,
       (select text from tweets where thread_id = t.id and position = 1) as first_tweet,
       (select count(*) from tweets where thread_id = t.id) as tweet_count
     from threads t
     join sources s on s.id = t.source_id
     left join snapshots sn on sn.id = coalesce(t.snapshot_id, s.snapshot_id)
     cross join lateral (select status from generations where thread_id = t.id order by id desc limit 1) g
     where t.${column} = $1 and ($2::uuid is null or t.id < $2)
     order by t.id desc
     limit $3`,
    [id, page.before ?? null, page.size + 1],
  )
  const parsed = rows.map((row) => rowSchema.parse(row))
  const shown = parsed.slice(0, page.size)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      title: threadTitle({
        title: row.title,
        url: row.url,
        fileName: row.file_name,
        text: row.opening,
      }),
      firstTweet: row.first_tweet,
      tweetCount: row.tweet_count,
      status: row.status,
      createdAt: row.created_at.toISOString(),
    })),
    next: parsed.length > page.size ? (shown.at(-1)?.id ?? null) : null,
  }
}
