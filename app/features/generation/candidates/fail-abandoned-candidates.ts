import type pg from 'pg'

/**
 * Ends candidates whose job is gone or has used up its tries in workers that died. Needs the rights of the queue's owner.
 * One younger than 30 s is left alone. Returns how many there were.
 */
export async function failAbandonedCandidates(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `update tweet_candidates c
     set status = 'failed', finished_at = now(), error_message = 'It broke off on our side several times: ask again.'
     where c.status = 'queued' and c.created_at < now() - interval '30 seconds'
       and not exists (
         select 1 from graphile_worker.jobs j
         where j.key = 'candidate:' || c.id and (j.locked_at is not null or j.attempts < j.max_attempts)
       )`,
  )
  return rowCount ?? 0
}
