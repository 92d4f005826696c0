import { Prisma, type Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerKey } from '#app/platform/owner.ts'
import { type Charge, subjectsOf } from './charge.ts'
import { limitedSubject } from './limited-share.ts'
import { planOf } from './plan-of.ts'
import { limitedShare, type Plan, type Share } from './plans.ts'
import { usedUp } from './quota-words.ts'
import { noteUsed } from './tell-quota.ts'
import { toMore } from './to-plans.ts'

/**
 * Charges a thread to its owner's plan, in the transaction that makes it: both or neither. One conditional statement, so
 * that of any number at once exactly as many succeed as the plan has left. Throws `quota-used-up` (429), after which the
 * transaction has to be given up. A charge of null takes nothing.
 */
export async function takeQuota(
  tx: Tx,
  owner: Owner,
  threadId: string,
  charge: Charge | null,
): Promise<void> {
  if (!charge) return
  const { subjects, plan } = await take(tx, owner, subjectsOf(owner, charge))
  await tx.$executeRaw`
    insert into quota_charges (thread_id, subjects, period)
    values (${threadId}::uuid, ${subjects}, ${startOf(plan)})`
}

/**
 * Charges a thread again whose charge was given back, when it is tried once more: to the same as before, or to the user
 * who has claimed it since. One that is charged already, or never was, is left as it is. Throws as above.
 */
export async function retakeQuota(tx: Tx, owner: Owner, threadId: string): Promise<void> {
  const returned = await tx.quotaCharge.findFirst({ where: { threadId, givenBackAt: { not: null } } })
  if (!returned) return
  const { subjects, plan } = await take(tx, owner, 'userId' in owner ? [ownerKey(owner)] : returned.subjects)
  await tx.$executeRaw`
    update quota_charges
    set given_back_at = null, subjects = ${subjects}, period = ${startOf(plan)}, at = now()
    where thread_id = ${threadId}::uuid`
}

/** The first day of a plan's period, on the database's time. */
const startOf = ({ per }: Plan) => Prisma.sql`date_trunc(${per}, now() at time zone 'utc')::date`

async function take(tx: Tx, owner: Owner, subjects: string[]): Promise<{ subjects: string[]; plan: Plan }> {
  const plan = await planOf(tx, owner)
  const share = plan.name === 'free' ? limitedSubject(owner) : Prisma.sql`null::text`
  const { share: today, ...counted } = await count(tx, subjects, { of: plan, within: plan, share })
  if ('userId' in owner) await noteUsed(tx, owner.userId, { plan, ...counted })
  if (today === null) return { subjects, plan }
  await count(tx, [today], { of: limitedShare, within: plan, share: Prisma.sql`null::text` })
  return { subjects: [...subjects, today], plan }
}

/**
 * Counts one more for each of the subjects, in the period of `within`, as far as the plan `of` goes and what they were given
 * beside it. Gives how many that makes, the period's first day (ISO 8601), and what `share` comes to, all asked in one
 * statement, since everybody who shares a subject waits for one another here.
 */
async function count(
  tx: Tx,
  subjects: string[],
  { of: plan, within, share }: { of: Share; within: Plan; share: Prisma.Sql },
): Promise<{ used: number; period: string; share: string | null }> {
  // In one order, so that two who share an address can't wait for one another.
  const [counted] = await tx.$queryRaw<
    { taken: number; used: number; period: string; share: string | null }[]
  >`
    with taken as (
      insert into quota_usage as q (subject, period, used)
      select subject, ${startOf(within)}, 1 from unnest(${subjects}::text[]) as subject order by subject
      on conflict (subject, period) do update set used = q.used + 1 where q.used < ${plan.threads} + q.extra
      returning used
    )
    select count(*)::int as taken, max(used) as used, ${startOf(within)}::text as period, ${share} as share from taken`
  if (counted?.taken === subjects.length) return counted
  const renewal = await tx.$queryRaw<{ now: Date; at: Date }[]>`
    select now() as now, (date_trunc(${plan.per}, now() at time zone 'utc')
      + ${`1 ${plan.per}`}::interval) at time zone 'utc' as at`
  const { now, at: renewsAt } = renewal[0] ?? { now: new Date(), at: new Date() }
  throw new AppError('quota-used-up', usedUp({ plan, left: 0, renewsAt }, now), {
    status: 429,
    level: 'info',
    leadsTo: toMore(plan.name),
    retryAfterSeconds: Math.ceil((renewsAt.getTime() - now.getTime()) / 1000),
  })
}
