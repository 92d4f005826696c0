import type pg from 'pg'
import type { Db } from '#app/platform/db.server.ts'
import { inTransaction } from '#app/platform/transaction.server.ts'
import type { KeepDays } from './keep-choices.ts'

export async function setKeepDays(
  db: Db,
  { userId, keepDays }: { userId: string; keepDays: KeepDays },
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { keepDays } })
}

const mostAtOnce = 1_000

/**
 * Deletes threads that their owners wanted kept no longer, and those owners' sources of which no thread is left and that
 * are as old; 1,000 of each at most. Returns how many threads.
 */
export async function sweepUnkept(pool: pg.Pool): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `delete from threads where id in (
         select t.id from threads t join users u on u.id = t.user_id
         where t.updated_at < now() - u.keep_days * interval '1 day'
           and not exists (
             select 1 from generations g where g.thread_id = t.id and g.status in ('queued', 'running', 'waiting')
           )
         limit $1 for update of t skip locked
       )`,
      [mostAtOnce],
    )
    await client.query(
      `delete from sources where id in (
         select s.id from sources s join users u on u.id = s.user_id
         where s.created_at < now() - u.keep_days * interval '1 day'
           and not exists (select 1 from threads t where t.source_id = s.id)
         limit $1 for update of s skip locked
       )`,
      [mostAtOnce],
    )
    return rowCount ?? 0
  })
}
