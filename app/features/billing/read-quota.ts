import type pg from 'pg'
import { z } from 'zod'
import type { Owner } from '#app/platform/owner.ts'
import { type Charge, subjectsOf } from './charge.ts'
import { readLimitedQuota } from './limited-share.ts'
import { planOf } from './plan-of.ts'
import type { Quota } from './quota-words.ts'

const rowSchema = z.object({ left: z.number(), extra: z.number(), renews_at: z.date() })

/** How many threads an owner may still make in this period of their plan: the least of what is counted for them. */
export async function readQuota(
  queryable: Pick<pg.Pool, 'query'>,
  owner: Owner,
  charge: Charge,
): Promise<Quota> {
  const plan = await planOf(queryable, owner)
  const { rows } = await queryable.query(
    `with period as (select date_trunc($2, now() at time zone 'utc') as start)
     select greatest(0, min($3::int + coalesce(q.extra - q.used, 0))) as left, min(coalesce(q.extra, 0)) as extra,
            (start + ('1 ' || $2)::interval) at time zone 'utc' as renews_at
     from period cross join unnest($1::text[]) as s (subject)
       left join quota_usage q on q.period = start::date and q.subject = s.subject
     group by start`,
    [subjectsOf(owner, charge), plan.per, plan.threads],
  )
  const { left, extra, renews_at: renewsAt } = rowSchema.parse(rows[0])
  const quota = { plan: { ...plan, threads: plan.threads + extra }, left, renewsAt }
  const today = plan.name === 'free' ? await readLimitedQuota(queryable, owner) : null
  return today && today.left <= quota.left ? today : quota
}
