import type pg from 'pg'
import { z } from 'zod'
import { forget } from '#app/platform/cache/forget.ts'
import { seconds } from '#app/platform/durations.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { type Plan, plans } from './plans.ts'
import { entitling } from './subscription-state.ts'

/**
 * The one statement that says which plan somebody is on: what they pay for, as long as it is on trial, paid, or being
 * collected once more, has not come to the end that they chose, and no payment of theirs is disputed; or what they were
 * given until a day that has not come. Of two, the larger.
 */
const entitlementStatement = `
  select plan from (
    select plan from subscriptions
    where user_id = $1::uuid and plan is not null and status = any($2::text[])
      and held_since is null and not (cancel_at_period_end and period_end <= now())
    union all
    select plan from plan_grants where user_id = $1::uuid and until > now()
  ) had order by plan = 'team' desc limit 1`

const boughtSchema = z.object({ plan: z.enum(['pro', 'team']) })

/** The plan that an owner is on, as the database has it: for what is charged to it. */
export async function planOf(within: Within, owner: Owner): Promise<Plan> {
  if (!('userId' in owner)) return plans.visitor
  const [row] = await rowsOf(within, entitlementStatement, [owner.userId, entitling])
  const bought = boughtSchema.safeParse(row)
  return bought.success ? plans[bought.data.plan] : plans.free
}

type Cached = { pool: pg.Pool; redis: Redis }
const cacheKey = (userId: string) => `premium_access:${userId}`

/**
 * The plan that an owner is on, for what is shown or open to them: from the cache where it is there. A change drops it at
 * once where all processes share a Redis; where each keeps its own, it is seconds old at most.
 */
export async function entitlementsOf({ pool, redis }: Cached, owner: Owner): Promise<Plan> {
  if (!('userId' in owner)) return plans.visitor
  const key = cacheKey(owner.userId)
  const cached = z.enum(['free', 'pro', 'team']).safeParse(await redis.get(key))
  if (cached.success) return plans[cached.data]
  const plan = await planOf(pool, owner)
  await redis.setNew(key, plan.name, livesFor(redis))
  return plan
}

const livesFor = ({ kind }: Redis) => seconds(kind === 'in-process' ? 3 : 60)

export const forgetEntitlements = (redis: Redis, userId: string) =>
  forget(redis, cacheKey(userId), livesFor(redis))

/** Whom a limit by plan counts: an owner, and their plan's name. */
export const countedOwner = async (
  { database: { pool }, redis }: { database: { pool: pg.Pool }; redis: Redis },
  owner: Owner,
) => ({ owner, plan: (await entitlementsOf({ pool, redis }, owner)).name })
