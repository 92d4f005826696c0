import { z } from 'zod'

/**
 * What a person who is there does in an hour, on average; when is drawn at random, from a seed. They have the library open,
 * and each deed is what a browser sends for it: pages whole or as data, forms, held polls. What lies in a browser's
 * cache (scripts, styles, fonts) is not asked for.
 */
export const deedsAnHour = {
  /** Comes back in another browser: the form, the password, the library. */
  'sign in': 1,
  /** A text of some 5,000 characters, followed to the thread that stands. */
  submit: 4,
  /** Opens a thread and types in it: five saves, as the editor makes them after a pause. */
  edit: 6,
  /** Types a word into the library's search, which asks three times, and opens a thread. */
  search: 10,
} as const
export type Deed = keyof typeof deedsAnHour

/** Between two things within a deed, in milliseconds. */
export const pauses = {
  beforeTheForm: [2_000, 6_000],
  betweenSaves: [3_000, 8_000],
  betweenLetters: [300, 600],
  beforeOpening: [1_000, 3_000],
} as const

/** How long an answer is waited for, in milliseconds; a held one is given after 20 s. */
export const patience = { usual: 30_000, held: 60_000 }

export const orderSchema = z.object({
  address: z.string(),
  password: z.string(),
  people: z.array(z.object({ email: z.string(), cookie: z.string(), threadIds: z.array(z.string()) })),
  /** How long they come, and how long they then go on doing what they do. */
  rampSeconds: z.number(),
  seconds: z.number(),
  /** How many times as often as they do they do everything: 1,000 in a hurry for more who are not. */
  hurry: z.number(),
  seed: z.number(),
})
/** What is asked of the process that plays the people. */
export type Order = z.infer<typeof orderSchema>

const timesSchema = z.object({ count: z.number(), p50: z.number(), p95: z.number(), p99: z.number() })
export type Times = z.infer<typeof timesSchema>

export const playedSchema = z.object({
  /** From the first of the ramp to the end of the time, in seconds. */
  measuredSeconds: z.number(),
  /** By kind of request, in milliseconds. */
  requests: z.record(z.string(), timesSchema),
  /** Answers that are no failures and not what was hoped for: 409 and 429. */
  apart: z.record(z.string(), z.number()),
  /** What went wrong, and how often. */
  failures: z.record(z.string(), z.number()),
  threadIds: z.array(z.string()),
  /** From the form's answer, in milliseconds. */
  firstTweet: timesSchema,
  ready: timesSchema,
  connections: z.number(),
  /** Of the playing process itself: how late its event loop was, and what it took of a core. */
  lagMs: z.object({ p50: z.number(), p99: z.number(), max: z.number() }),
  cpuShare: z.number(),
})
/** What the people met. */
export type Played = z.infer<typeof playedSchema>

/** The percentiles of some times. */
export function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
