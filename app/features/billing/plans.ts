import type { PlanName } from '#app/platform/plan-name.ts'

/** A plan, or the share of the free one that a limited account has. */
type ShareName = PlanName | 'limited'

/** What a plan holds, as the pricing page says it. */
export type Plan = {
  name: ShareName
  /** New threads in a period; a rewrite of one that is there counts for none. */
  threads: number
  /** A day or a calendar month, in UTC. */
  per: 'day' | 'month'
}

export const plans = {
  visitor: { name: 'visitor', threads: 3, per: 'day' },
  /** Of an account that looks like one of many in one hand, until somebody has looked at it: within the free plan's month. */
  limited: { name: 'limited', threads: 3, per: 'day' },
  free: { name: 'free', threads: 20, per: 'month' },
  pro: { name: 'pro', threads: 500, per: 'month' },
  team: { name: 'team', threads: 2000, per: 'month' },
} as const satisfies Record<ShareName, Plan>
