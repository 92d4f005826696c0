import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { Within } from '#app/platform/statement.server.ts'
import { planOf } from './plan-of.ts'
import { type Plan, plans } from './plans.ts'
import { toPlans } from './to-plans.ts'

const count = new Intl.NumberFormat('en')

type Limits = Pick<AppContext['env'], 'quotas' | 'payments'>

/** The least plan with room for a longer source; undefined where there is none, or it isn't sold. */
const withMore = (length: number, { payments }: Limits) =>
  [plans.free, ...(payments ? [plans.pro] : [])].find(({ mostCharacters }) => mostCharacters >= length)

/** What is said of a source that is longer than its owner's plan takes, with the plan that takes it. */
function tooLongForPlan(length: number, plan: Plan, more: Plan | undefined): string {
  const whose =
    plan.name === 'visitor' ? 'Without an account a source has' : `With ${plan.title} a source has`
  const offer = more ? ` ${more.title} takes ${count.format(more.mostCharacters)}: see Plans and prices.` : ''
  return `There are ${count.format(length)} characters of text in it. ${whose} up to ${count.format(plan.mostCharacters)}.${offer} Or paste the part you want.`
}

/**
 * Makes sure that a source, in UTF-16 characters, is no longer than its owner's plan takes, where plans are counted at all.
 * One that stands already may stay as long as it is (`before`), whatever their plan is by now. Throws `source-too-long-for-plan` (422) at the field `source`.
 */
export async function assertLengthOfPlan(
  limits: Limits,
  within: Within,
  owner: Owner,
  length: number,
  before = 0,
): Promise<void> {
  if (!limits.quotas || length <= before || length <= plans.visitor.mostCharacters) return
  const plan = await planOf(within, owner)
  if (length <= plan.mostCharacters) return
  const more = withMore(length, limits)
  throw new AppError('source-too-long-for-plan', tooLongForPlan(length, plan, more), {
    status: 422,
    level: 'info',
    leadsTo: more && toPlans(),
    field: 'source',
  })
}
