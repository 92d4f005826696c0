import type { PlanName } from '#app/platform/plan-name.ts'

/** What a plan holds, as the pricing page says it. */
export type Plan = {
  name: PlanName
  /** New threads in a period; a rewrite of one that is there counts for none. */
  threads: number
  /** A day or a calendar month, in UTC. */
  per: 'day' | 'month'
}

export const plans = {
  visitor: { name: 'visitor', threads: 3, per: 'day' },
  free: { name: 'free', threads: 20, per: 'month' },
  pro: { name: 'pro', threads: 500, per: 'month' },
  team: { name: 'team', threads: 2000, per: 'month' },
} as const satisfies Record<PlanName, Plan>
