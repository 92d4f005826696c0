import type pg from 'pg'
import { type Owner, ownerCondition } from '#app/platform/owner.ts'
import { currentMetrics } from '#app/platform/work.server.ts'
import { cancelKey, generationChannel } from './generation-channel.ts'

/**
 * Cancels what is waiting or at work for a thread; true where there was something. The run at work hears of it at
 * once, and whatever it still writes is refused. Cancelling what is finished changes nothing.
 */
export async function cancelGeneration(pool: pg.Pool, owner: Owner, threadId: string): Promise<boolean> {
  const { column, id } = ownerCondition(owner)
  const { rowCount } = await pool.query(
    `with cancelled as (
       update generations g set status = 'cancelled', seq = seq + 1, finished_at = now()
       from threads t
       where g.thread_id = $1 and t.id = g.thread_id and g.status in ('queued', 'running', 'waiting')
         and t.${column} = $2
       returning g.id, g.run, g.seq, g.thread_id
     ), event as (
       insert into generation_events (generation_id, run, seq, kind, data)
       select id, run, seq, 'cancelled', '{}' from cancelled
     )
     select pg_notify('${generationChannel}', thread_id::text), pg_notify('${generationChannel}', $3 || id::text) from cancelled`,
    [threadId, id, cancelKey('')],
  )
  if (rowCount === 0) return false
  currentMetrics()?.thread('cancelled')
  return true
}
