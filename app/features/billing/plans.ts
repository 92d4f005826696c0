import type { PlanName } from '#app/platform/plan-name.ts'

/** So many new threads in a period; a rewrite of one that is there counts for none. */
export type Share = {
  name: PlanName | 'limited'
  threads: number
  /** A day or a calendar month, in UTC. */
  per: 'day' | 'month'
}

/** What a plan holds, as the pricing page says it. */
export type Plan = Share & { name: PlanName }

export const plans = {
  visitor: { name: 'visitor', threads: 3, per: 'day' },
  free: { name: 'free', threads: 20, per: 'month' },
  pro: { name: 'pro', threads: 500, per: 'month' },
  team: { name: 'team', threads: 2000, per: 'month' },
} as const satisfies Record<PlanName, Plan>

/** Of an account that looks like one of many in one hand, until somebody has looked at it: within the free plan's month. */
export const limitedShare = { name: 'limited', threads: 3, per: 'day' } as const satisfies Share
