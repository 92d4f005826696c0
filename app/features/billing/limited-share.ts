import type pg from 'pg'
import { z } from 'zod'
import { Prisma } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { limitedShare } from './plans.ts'
import type { Quota } from './quota-words.ts'

/**
 * A limited account on the free plan makes no more threads in a day than a visitor may, beside what its month holds. The
 * day's count stands under a subject of its own in the month, so that giving a thread back gives both back.
 */
const subjectOfToday = `'limited:' || id || ':' || to_char(now() at time zone 'utc', 'YYYY-MM-DD')`

/** Under what an owner's threads of today are counted, as a part of a statement: null for who isn't limited. */
export const limitedSubject = (owner: Owner): Prisma.Sql =>
  'userId' in owner
    ? Prisma.sql`(select ${Prisma.raw(subjectOfToday)} from users
                  where id = ${owner.userId}::uuid and limited_at is not null)`
    : Prisma.sql`null::text`

const rowSchema = z.object({ used: z.number(), renewsAt: z.date() })

/** What a limited account may still make today; null for who isn't limited. */
export async function readLimitedQuota(
  queryable: Pick<pg.Pool, 'query'>,
  owner: Owner,
): Promise<Quota | null> {
  if (!('userId' in owner)) return null
  const { rows } = await queryable.query(
    `select coalesce(q.used, 0) as used,
            (date_trunc('day', now() at time zone 'utc') + interval '1 day') at time zone 'utc' as "renewsAt"
     from users u left join quota_usage q
       on q.subject = ${subjectOfToday} and q.period = date_trunc('month', now() at time zone 'utc')::date
     where id = $1 and limited_at is not null`,
    [owner.userId],
  )
  if (!rows[0]) return null
  const { used, renewsAt } = rowSchema.parse(rows[0])
  return { plan: limitedShare, left: Math.max(0, limitedShare.threads - used), renewsAt }
}
