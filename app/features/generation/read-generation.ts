import type pg from 'pg'
import { z } from 'zod'
import { generationStatuses } from '#app/features/threads/generation-status.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { readingTogether } from '#app/platform/read-together.server.ts'
import { type GenerationView, progressSchema } from './progress.ts'

const rowSchema = z.object({
  id: z.string(),
  status: z.enum(generationStatuses),
  seq: z.number(),
  progress: progressSchema,
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  error_retryable: z.boolean(),
  ahead: z.coerce.number(),
})

type Asked = { threadId: string; owner: Owner }

/**
 * This is what every poll asks, so it is one statement over indexes for all that ask at once: threads by their keys, the
 * newest generation of each, and, only while it waits, how many wait before it.
 */
const rowOf = readingTogether<Asked, unknown>(async (pool, asked) => {
  const owners = asked.map(({ owner }) => ownerColumns(owner))
  const { rows } = await pool.query<{ at: number }>({
    name: 'generations-of',
    text: `select asked.at::int, g.id, g.status, g.seq, g.progress, g.error_code, g.error_message, g.error_retryable,
             case when g.status = 'queued'
               then (select count(*) from generations w where w.id < g.id and w.status = 'queued' and w.lane = g.lane)
               else 0 end as ahead
           from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as asked (thread_id, user_id, visitor_id, at)
           join threads t on t.id = asked.thread_id
             and (t.user_id = asked.user_id or t.visitor_id = asked.visitor_id)
           cross join lateral (select * from generations where thread_id = t.id order by id desc limit 1) g`,
    values: [
      asked.map(({ threadId }) => threadId),
      owners.map(({ userId }) => userId ?? null),
      owners.map(({ visitorId }) => visitorId ?? null),
    ],
  })
  const found: unknown[] = asked.map(() => null)
  for (const row of rows) found[row.at - 1] = row
  return found
})

/** The newest generation of a thread as its owner may see it; null where there is none for them. */
export async function readGeneration(
  pool: pg.Pool,
  owner: Owner,
  threadId: string,
): Promise<GenerationView | null> {
  const found = await rowOf(pool, { threadId, owner })
  if (found === null) return null
  const row = rowSchema.parse(found)
  return {
    id: row.id,
    status: row.status,
    seq: row.seq,
    progress: row.progress,
    error:
      row.error_code === null
        ? null
        : { code: row.error_code, message: row.error_message ?? '', retryable: row.error_retryable },
    ahead: row.ahead,
  }
}
