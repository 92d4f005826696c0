import type pg from 'pg'

/**
 * Ends wishes to fetch a source again whose job is gone or has used up its tries in workers that died. Needs the rights
 * of the queue's owner. One younger than 30 s is left alone. Returns how many there were.
 */
export async function failAbandonedRereads(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `update rereads r set finished_at = now(), error_message = 'It broke off on our side several times: try again.'
     where r.finished_at is null and r.created_at < now() - interval '30 seconds'
       and not exists (
         select 1 from graphile_worker.jobs j
         where j.key = 'reread:' || r.id and (j.locked_at is not null or j.attempts < j.max_attempts)
       )`,
  )
  return rowCount ?? 0
}
