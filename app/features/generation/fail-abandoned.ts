import type pg from 'pg'
import { inTransaction } from '#app/platform/transaction.server.ts'
import { generationChannel } from './generation-channel.ts'
import { returnCharge } from './return-charge.ts'
import { tellIfLeft } from './watch.ts'

/**
 * Fails generations that nobody will go on with, and takes their jobs from the queue: the job has used up its tries in
 * workers that died, or is gone, or waits for a command that is. What their threads
 * were charged is given back. Needs the rights of the queue's owner. A generation
 * younger than 30 s is left alone. Returns how many there were.
 */
export async function failAbandoned(pool: pg.Pool): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string; thread_id: string }>(
      `with abandoned as (
       update generations g
       set status = 'failed', seq = seq + 1, run = run + 1, finished_at = now(), error_code = 'abandoned',
           error_message = 'The writing broke off on our side several times: try again.', error_retryable = true
       where g.status in ('queued', 'running') and g.created_at < now() - interval '30 seconds'
         and not exists (
           select 1 from graphile_worker.jobs j
           where j.key = 'generation:' || g.id and (j.locked_at is not null or j.attempts < j.max_attempts)
             and (g.lane = 'service' or exists (select 1 from worker_pools w where w.lane = g.lane))
         )
       returning g.id, g.run, g.seq, g.thread_id
     ), event as (
       insert into generation_events (generation_id, run, seq, kind, data)
       select id, run, seq, 'failed', '{"code": "abandoned"}' from abandoned
     )
     select id, thread_id, pg_notify('${generationChannel}', thread_id::text), graphile_worker.remove_job('generation:' || id)
     from abandoned`,
    )
    for (const { id, thread_id: threadId } of rows) {
      await returnCharge(client, threadId)
      await tellIfLeft(client, id)
    }
    return rows.length
  })
}
