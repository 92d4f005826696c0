/** What a plan holds, as the pricing page says it. */
export type Plan = {
  name: 'visitor' | 'limited' | 'free' | 'pro' | 'team'
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
} as const satisfies Record<Plan['name'], Plan>
