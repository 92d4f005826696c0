import type pg from 'pg'
import { z } from 'zod'
import { type Owner, ownerCondition } from '#app/platform/owner.ts'

const rowSchema = z.object({
  version: z.number(),
  kind: z.enum(['written', 'edited', 'restored']),
  name: z.string().nullable(),
  restored_from: z.number().nullable(),
  tweet_count: z.number(),
  created_at: z.date(),
  edits: z.coerce.number(),
})

/** A saved state as a history shows it: of edits in quick succession the last, and each that has a name. */
export type RevisionRow = {
  version: number
  kind: 'written' | 'edited' | 'restored'
  name: string | null
  /** The version that was put back. */
  restoredFrom: number | null
  tweetCount: number
  /** Saves that it stands for, itself included. */
  edits: number
  /** ISO 8601. */
  createdAt: string
}

/** An owner's thread's saved states, newest first; `before` is the version of the last row of the page before. */
export async function listRevisions(
  pool: pg.Pool,
  owner: Owner,
  threadId: string,
  page: { size: number; before?: number | undefined },
): Promise<{ rows: RevisionRow[]; next: number | null }> {
  const { column, id } = ownerCondition(owner)
  const { rows } = await pool.query(
    `select * from (
       select r.version, r.kind, r.name, r.restored_from, jsonb_array_length(r.tweets) as tweet_count, r.created_at,
         count(*) over (partition by r.group_id order by r.version) as edits,
         lead(r.group_id) over (order by r.version) is distinct from r.group_id as is_last
       from revisions r join threads t on t.id = r.thread_id
       where r.thread_id = $2 and t.${column} = $1
     ) kept
     where (is_last or name is not null) and ($3::int is null or version < $3)
     order by version desc limit $4`,
    [id, threadId, page.before ?? null, page.size + 1],
  )
  const shown = rows.slice(0, page.size).map((row) => rowSchema.parse(row))
  return {
    rows: shown.map(({ restored_from, tweet_count, created_at, ...row }) => ({
      ...row,
      restoredFrom: restored_from,
      tweetCount: tweet_count,
      createdAt: created_at.toISOString(),
    })),
    next: rows.length > page.size ? (shown.at(-1)?.version ?? null) : null,
  }
}
