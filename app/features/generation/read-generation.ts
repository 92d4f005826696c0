import type pg from 'pg'
import { z } from 'zod'
import { generationStatuses } from '#app/features/threads/generation-status.ts'
import { type Owner, ownerCondition } from '#app/platform/owner.ts'
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

/**
 * The newest generation of a thread as its owner may see it; null where there is none for them. This is what every
 * poll asks, so it is one statement over indexes: the thread by its key, its newest generation, and, only while it
 * waits, how many wait before it.
 */
export async function readGeneration(
  pool: pg.Pool,
  owner: Owner,
  threadId: string,
): Promise<GenerationView | null> {
  const { column, id } = ownerCondition(owner)
  const { rows } = await pool.query({
    name: `generation-of-${column}`,
    text: `select g.id, g.status, g.seq, g.progress, g.error_code, g.error_message, g.error_retryable,
             case when g.status = 'queued'
               then (select count(*) from generations w where w.id < g.id and w.status = 'queued' and w.lane = g.lane)
               else 0 end as ahead
           from threads t
           cross join lateral (select * from generations where thread_id = t.id order by id desc limit 1) g
           where t.id = $1 and t.${column} = $2`,
    values: [threadId, id],
  })
  if (!rows[0]) return null
  const row = rowSchema.parse(rows[0])
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
