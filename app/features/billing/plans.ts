import type { PlanName } from '#app/platform/plan-name.ts'

/** So many new threads in a period; a rewrite of one that is there counts for none. */
export type Share = {
  name: PlanName | 'limited'
  threads: number
  /** A day or a calendar month, in UTC. */
  per: 'day' | 'month'
}

/** What a plan opens beside more threads and longer sources. */
export type Feature = 'variants' | 'cards' | 'api'

/** What a plan holds, as the pricing page says it. */
export type Plan = Share & {
  name: PlanName
  /** What it is called on a page. */
  title: string
  /** UTF-16 characters of a source. */
  mostCharacters: number
  features: readonly Feature[]
  /** What is paid for it, in US cents, before taxes; null for what costs nothing. A year costs ten months. */
  cents: { month: number; year: number } | null
  /** Whether it can be bought. */
  isSold: boolean
}

const everything = ['variants', 'cards', 'api'] as const

export const plans = {
  visitor: {
    name: 'visitor',
    title: 'Without an account',
    threads: 3,
    per: 'day',
    mostCharacters: 20_000,
    features: [],
    cents: null,
    isSold: false,
  },
  free: {
    name: 'free',
    title: 'Free',
    threads: 20,
    per: 'month',
    mostCharacters: 50_000,
    features: [],
    cents: null,
    isSold: false,
  },
  pro: {
    name: 'pro',
    title: 'Pro',
    threads: 500,
    per: 'month',
    mostCharacters: 300_000,
    features: everything,
    cents: { month: 1_200, year: 12_000 },
    isSold: true,
  },
  // Neither shown nor sold until a workspace has members and roles.
  team: {
    name: 'team',
    title: 'Team',
    threads: 2_000,
    per: 'month',
    mostCharacters: 300_000,
    features: everything,
    cents: { month: 2_900, year: 29_000 },
    isSold: false,
  },
} as const satisfies Record<PlanName, Plan>

/** So many threads more, on the day, for a visitor who has left an address that is theirs. */
export const extraThreads = 5

/** How long the first subscription of a person costs nothing, in days. */
export const trialDays = 14

export const intervals = ['month', 'year'] as const
export type Interval = (typeof intervals)[number]

/** Of an account that looks like one of many in one hand, until somebody has looked at it: within the free plan's month. */
export const limitedShare = { name: 'limited', threads: 3, per: 'day' } as const satisfies Share
