import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { featureWords } from './feature-words.ts'
import { entitlementsOf } from './plan-of.ts'
import { type Feature, plans } from './plans.ts'
import { toPlans } from './to-plans.ts'

type Context = Pick<AppContext, 'redis'> & {
  env: Pick<AppContext['env'], 'quotas' | 'payments'>
  database: Pick<AppContext['database'], 'pool'>
}

/**
 * Whether plans hold anything back: where threads are counted, and the plan that has more can be bought. On a computer of
 * one's own, and where nothing is sold, everything is open to everybody.
 */
const holdsBack = ({ env }: Context) => env.quotas && env.payments !== null

/** What an owner would have with another plan, and hasn't with theirs. */
export async function closedFeatures(context: Context, owner: Owner): Promise<Feature[]> {
  if (!holdsBack(context)) return []
  const { features }: { features: readonly Feature[] } = await entitlementsOf(
    { pool: context.database.pool, redis: context.redis },
    owner,
  )
  return plans.pro.features.filter((feature) => !features.includes(feature))
}

/** Whether a feature is open to an owner. */
export async function mayUse(context: Context, owner: Owner, feature: Feature): Promise<boolean> {
  return !(await closedFeatures(context, owner)).includes(feature)
}

/** For what can't be had without: throws `needs-plan` (402). */
export async function requireFeature(context: Context, owner: Owner, feature: Feature): Promise<void> {
  if (await mayUse(context, owner, feature)) return
  throw new AppError(
    'needs-plan',
    `${featureWords[feature].title} ${feature === 'api' ? 'comes' : 'come'} with ${plans.pro.title}. See /pricing.`,
    { status: 402, level: 'info', leadsTo: toPlans(feature) },
  )
}
