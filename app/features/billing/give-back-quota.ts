import type pg from 'pg'

/** Gives back what a thread was charged, once, however often it is asked for: for a thread that did not come, and not by its owner's doing. */
export async function giveBackQuota(client: Pick<pg.PoolClient, 'query'>, threadId: string): Promise<void> {
  await client.query(
    `with back as (
       update quota_charges set given_back_at = now() where thread_id = $1 and given_back_at is null
       returning subjects, period
     ), counted as (
       select q.subject, q.period from quota_usage q join back on q.period = back.period and q.subject = any(back.subjects)
       order by q.subject for update of q
     )
     update quota_usage q set used = q.used - 1 from counted
     where q.subject = counted.subject and q.period = counted.period and q.used > 0`,
    [threadId],
  )
}

/** Deletes counts of periods that ended two months ago and more, and what was charged in them. Returns how many counts. */
export async function sweepQuotas(pool: pg.Pool): Promise<number> {
  await pool.query(`delete from quota_charges where period < now() - interval '3 months'`)
  const { rowCount } = await pool.query(`delete from quota_usage where period < now() - interval '3 months'`)
  return rowCount ?? 0
}
