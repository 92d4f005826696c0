import type { AppContext } from '#app/platform/context.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { Within } from '#app/platform/statement.server.ts'
import { planOf } from './plan-of.ts'
import { type Plan, plans } from './plans.ts'

const count = new Intl.NumberFormat('en')

/** The plans with room for a longer source, from the least. */
const withMore = (length: number) =>
  [plans.free, plans.pro].find(({ mostCharacters }) => mostCharacters >= length)

/** What is said of a source that is longer than its owner's plan takes, with the plan that takes it. */
function tooLongForPlan(length: number, plan: Plan): string {
  const more = withMore(length)
  const whose =
    plan.name === 'visitor' ? 'Without an account a source has' : `With ${plan.title} a source has`
  const offer = more ? ` ${more.title} takes ${count.format(more.mostCharacters)}: see Plans and prices.` : ''
  return `There are ${count.format(length)} characters of text in it. ${whose} up to ${count.format(plan.mostCharacters)}.${offer} Or paste the part you want.`
}

/**
 * Makes sure that a source, in UTF-16 characters, is no longer than its owner's plan takes, where plans are counted at all.
 * Throws `source-too-long-for-plan` (422) at the field `source`.
 */
export async function assertLengthOfPlan(
  { quotas }: Pick<AppContext['env'], 'quotas'>,
  within: Within,
  owner: Owner,
  length: number,
): Promise<void> {
  if (!quotas || length <= plans.visitor.mostCharacters) return
  const plan = await planOf(within, owner)
  if (length <= plan.mostCharacters) return
  throw new AppError('source-too-long-for-plan', tooLongForPlan(length, plan), {
    status: 422,
    level: 'info',
    field: 'source',
  })
}
