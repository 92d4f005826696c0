import type pg from 'pg'
import { z } from 'zod'
import { type Owner, ownerCondition } from '#app/platform/owner.ts'

const rowSchema = z.object({
  version: z.number(),
  kind: z.enum(['written', 'edited', 'restored']),
  name: z.string().nullable(),
  writer: z.string().nullable(),
  model: z.string().nullable(),
  restored_from: z.number().nullable(),
  restored_name: z.string().nullable(),
  restored_at: z.date().nullable(),
  tweet_count: z.number(),
  created_at: z.date(),
})

/** A saved state as a history shows it: of edits in quick succession the last, and each that has a name. */
export type RevisionRow = {
  version: number
  kind: 'written' | 'edited' | 'restored'
  name: string | null
  /** Of a written one; null where nobody knows. */
  writer: string | null
  /** Null for the built-in writer. */
  model: string | null
  /** Of one that was put back: what it was called and since when it was kept (ISO 8601), as far as it still is. */
  restoredFrom: { name: string | null; createdAt: string | null } | null
  tweetCount: number
  /** Saves since the row before it, itself included. */
  saves: number
  /** ISO 8601. */
  createdAt: string
}

/**
 * An owner's thread's saved states, newest first; `before` is the version of the last row of the page before. Walks down one
 * index until the page is full, and reads the tweets of what it shows alone.
 */
export async function listRevisions(
  pool: pg.Pool,
  owner: Owner,
  threadId: string,
  page: { size: number; before?: number | undefined },
): Promise<{ rows: RevisionRow[]; next: number | null }> {
  const { column, id } = ownerCondition(owner)
  const { rows } = await pool.query(
    `select r.version, r.kind, r.name, r.writer, r.model, r.created_at, r.restored_from,
       earlier.name as restored_name, earlier.created_at as restored_at,
       jsonb_array_length(r.tweets) as tweet_count
     from (
       select r.thread_id, r.version
       from threads t join revisions r on r.thread_id = t.id
       where t.id = $2 and t.${column} = $1 and r.version < $3 and (
         r.name is not null or r.group_id is distinct from (
           select n.group_id from revisions n
           where n.thread_id = r.thread_id and n.version > r.version order by n.version limit 1
         )
       )
       order by r.version desc limit $4
     ) shown
     join revisions r using (thread_id, version)
     left join revisions earlier on earlier.thread_id = r.thread_id and earlier.version = r.restored_from
     order by r.version desc`,
    [id, threadId, page.before ?? mostVersions, page.size + 1],
  )
  const parsed = rows.map((row) => rowSchema.parse(row))
  const shown = parsed.slice(0, page.size)
  return {
    rows: shown.map(
      ({ restored_from, restored_name, restored_at, tweet_count, created_at, ...row }, index) => ({
        ...row,
        restoredFrom:
          restored_from === null
            ? null
            : { name: restored_name, createdAt: restored_at?.toISOString() ?? null },
        tweetCount: tweet_count,
        // Each save made one version, and of those that are kept no longer the number is all there is.
        saves: row.kind === 'edited' ? row.version - (parsed[index + 1]?.version ?? 0) : 1,
        createdAt: created_at.toISOString(),
      }),
    ),
    next: parsed.length > page.size ? (shown.at(-1)?.version ?? null) : null,
  }
}

/** PostgreSQL's largest integer, which no version reaches. */
const mostVersions = 2_147_483_647
