import { v7 as uuidv7 } from 'uuid'
import type { Execute } from '#app/platform/transaction.server.ts'

export type Made =
  | { kind: 'edited' }
  /** By whom and by which model, where it is known: what stood before anything was kept is nobody's. */
  | { kind: 'written'; writer?: string; model?: string | null }
  /** `restoredFrom` is the version that was put back. */
  | { kind: 'restored'; restoredFrom: number }

/** A pause that ends a row of edits, and how long a row may go on in all, in minutes. */
const pause = 5
const longestRow = 30

/**
 * Keeps the thread as it stands, as the revision of its version. One that is kept already stays as it is, and a thread
 * without tweets has nothing to keep. Edits in quick succession belong together: whoever looks back sees the last of each
 * such row. Belongs into the transaction that changes the thread, once before and once after the change: what was there
 * before it may be from a time when nothing was kept.
 */
export async function appendRevision(execute: Execute, threadId: string, made: Made): Promise<void> {
  await execute(
    `insert into revisions
       (id, thread_id, version, kind, group_id, restored_from, writer, model, snapshot_id, title, numbering, tweets)
     select $1::uuid, t.id, t.version, $3::revision_kind,
       case when $3::revision_kind = 'edited' and last.kind = 'edited' and last.name is null
              and last.created_at > now() - make_interval(mins => ${pause})
              and first.created_at > now() - make_interval(mins => ${longestRow})
            then last.group_id else $1::uuid end,
       $4::int, $5::text, $6::text, t.snapshot_id, t.title, t.numbering, kept.tweets
     from threads t
     cross join lateral (
       select jsonb_agg(jsonb_build_object(
         'id', id, 'position', position, 'text', text, 'spans', spans, 'verdict', verdict, 'reasons', reasons,
         'isOpinion', is_opinion, 'isLocked', is_locked) order by position) as tweets
       from tweets where thread_id = t.id
     ) kept
     left join lateral (
       select kind, name, group_id, created_at from revisions where thread_id = t.id order by version desc limit 1
     ) last on true
     left join revisions first on first.id = last.group_id
     where t.id = $2::uuid and kept.tweets is not null
     on conflict (thread_id, version) do nothing`,
    [
      uuidv7(),
      threadId,
      made.kind,
      made.kind === 'restored' ? made.restoredFrom : null,
      made.kind === 'written' ? (made.writer ?? null) : null,
      made.kind === 'written' ? (made.model ?? null) : null,
    ],
  )
}
