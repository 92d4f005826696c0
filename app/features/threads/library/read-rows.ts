import type pg from 'pg'
import { z } from 'zod'
import { generationStatuses } from '../generation-status.ts'
import { threadTitle } from '../thread-title.ts'
import type { LibraryRow } from './library-row.ts'

const rowSchema = z.object({
  id: z.string(),
  created_at: z.date(),
  changed_at: z.date(),
  trashed_at: z.date().nullable(),
  is_starred: z.boolean(),
  is_doubted: z.boolean(),
  title_key: z.string(),
  own_title: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  file_name: z.string().nullable(),
  opening: z.string().nullable(),
  first_tweet: z.string().nullable(),
  tweet_count: z.coerce.number(),
  status: z.enum(generationStatuses),
  tags: z.array(z.string()),
})

/** A row with what its title is ordered by. */
export type FoundRow = { row: LibraryRow; titleKey: string }

/**
 * The rows of the entries that a statement gives (as library_entries has them), `order` by the columns of `e`. With a `name`,
 * which has to mean the same statement always, a connection plans it once for all.
 */
export async function readRows(
  pool: pg.Pool,
  { name, entries, order, values }: { name?: string; entries: string; order: string; values: unknown[] },
): Promise<FoundRow[]> {
  const { rows } = await pool.query({
    ...(name !== undefined && { name }),
    text: `select t.id, t.created_at, e.changed_at, e.trashed_at, e.is_starred, e.is_doubted, e.title_key,
       t.title as own_title, sn.title, s.url, s.file_name, left(sn.text, 120) as opening, g.status,
       (select text from tweets where thread_id = t.id and position = 1) as first_tweet,
       (select count(*) from tweets where thread_id = t.id) as tweet_count,
       coalesce((select array_agg(tag order by tag) from thread_tags where thread_id = t.id), '{}') as tags
     from (${entries}) e
     join threads t on t.id = e.thread_id
     join sources s on s.id = t.source_id
     left join snapshots sn on sn.id = coalesce(t.snapshot_id, s.snapshot_id)
     cross join lateral (select status from generations where thread_id = t.id order by id desc limit 1) g
     order by ${order}`,
    values,
  })
  return rows.map((row) => shown(rowSchema.parse(row)))
}

function shown(row: z.infer<typeof rowSchema>): FoundRow {
  return {
    titleKey: row.title_key,
    row: {
      id: row.id,
      title: threadTitle({
        ownTitle: row.own_title,
        title: row.title,
        url: row.url,
        fileName: row.file_name,
        text: row.opening,
      }),
      ownTitle: row.own_title,
      firstTweet: row.first_tweet,
      tweetCount: row.tweet_count,
      status: row.status,
      createdAt: row.created_at.toISOString(),
      isStarred: row.is_starred,
      isDoubted: row.is_doubted,
      tags: row.tags,
      changedAt: row.changed_at.toISOString(),
      trashedAt: row.trashed_at?.toISOString() ?? null,
      snippet: null,
      markedTitle: null,
    },
  }
}
