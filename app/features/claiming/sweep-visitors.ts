import type pg from 'pg'
import type { Env } from '#app/platform/env.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'

/** How long what a browser made waits to be claimed, after it was last changed. */
const keptFor = '24 hours'
const mostAtOnce = 1_000

/** A browser in which somebody is about to confirm a sign-up keeps what it has until that link is over. */
const isAboutToSignUp = `exists (
  select 1 from account_requests a
  where a.visitor_id = x.visitor_id and a.purpose = 'sign-up' and a.used_at is null and a.expires_at > now()
)`

/**
 * Deletes what browsers made and nobody claimed within 24 hours: threads, then sources without any, then browsers that
 * have nothing left; 1,000 of each at most. On somebody's own computer, where no stranger's things lie, nothing goes. Gives
 * how many threads.
 */
export async function sweepVisitors(pool: pg.Pool, mode: Env['mode']): Promise<number> {
  if (mode === 'local') return 0
  return inTransaction(pool, async (client) => {
    const age = [keptFor, mostAtOnce]
    const { rowCount } = await client.query(
      `delete from threads where id in (
         select id from threads x where x.visitor_id is not null and x.updated_at < now() - $1::interval
           and not ${isAboutToSignUp} order by x.updated_at limit $2 for update skip locked
       )`,
      age,
    )
    await client.query(
      `delete from sources where id in (
         select id from sources x where x.visitor_id is not null and x.created_at < now() - $1::interval
           and not exists (select 1 from threads t where t.source_id = x.id)
           and not ${isAboutToSignUp} limit $2 for update skip locked
       )`,
      age,
    )
    await client.query(
      `delete from visitors where id in (
         select id from visitors v where v.created_at < now() - $1::interval
           and not exists (select 1 from threads t where t.visitor_id = v.id)
           and not exists (select 1 from sources s where s.visitor_id = v.id)
         limit $2 for update skip locked
       )`,
      age,
    )
    return rowCount ?? 0
  })
}
