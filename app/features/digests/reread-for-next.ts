import type pg from 'pg'
import { z } from 'zod'
import { requestReread } from '#app/features/sources/request-reread.ts'
import type { Db } from '#app/platform/db.server.ts'

/** So few pages a digest, and none more often than every third day: nobody's site is to notice. */
const mostReread = 3
const restsFor = '3 days'

const rowSchema = z.object({ id: z.string() })

/** Has the addresses that threads were made from read again, so that the next digest can say where one has changed. */
export async function rereadForNext(prisma: Db, pool: pg.Pool, threadIds: string[]): Promise<void> {
  if (threadIds.length === 0) return
  const { rows } = await pool.query({
    name: 'digest-rereads',
    text: `select s.id from sources s join snapshots n on n.id = s.snapshot_id
     where s.id in (select source_id from threads where id = any($1::uuid[])) and s.url is not null
       and n.read_at < now() - interval '${restsFor}'
       and not exists (select 1 from rereads r where r.source_id = s.id and r.created_at > now() - interval '${restsFor}')
     order by n.read_at limit ${mostReread}`,
    values: [threadIds],
  })
  for (const row of rows) await requestReread(prisma, rowSchema.parse(row).id)
}
