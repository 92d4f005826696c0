import { paths } from '#app/paths.ts'
import type { LeadsTo } from '#app/platform/errors.ts'
import type { PlanName } from '#app/platform/plan-name.ts'
import type { Feature } from './plans.ts'

/** The way to the plans, with what was wanted. */
export const toPlans = (wanted?: Feature): LeadsTo => ({
  to: paths.pricing(wanted === undefined ? {} : { for: wanted }),
  label: 'See plans and prices',
})

/** The same for who is on a plan beyond which there is more. */
export const toMore = (plan: PlanName | 'limited'): LeadsTo | undefined =>
  plan === 'visitor' || plan === 'free' ? toPlans() : undefined
