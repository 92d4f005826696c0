import * as z from 'zod/mini'
import type { Range } from '#app/features/segmentation/sentences.ts'

export const verdicts = ['supported', 'partly', 'unsupported', 'opinion'] as const
/** Whether the source backs a tweet: wholly, in part, not at all; or whether it is a view, which nothing has to back. */
export type Verdict = (typeof verdicts)[number]

/** Whether there is something to look at before it is posted. */
export const isDoubted = (verdict: Verdict | null): verdict is 'partly' | 'unsupported' =>
  verdict === 'partly' || verdict === 'unsupported'

const reasonCodes = [
  'quote-not-found',
  'number-not-found',
  'unit-differs',
  'currency-differs',
  'date-not-found',
  'name-not-found',
  'name-of-another',
  'other-word',
  'turned-round',
  'roles-exchanged',
  'facts-exchanged',
  'order-exchanged',
  'cause-not-given',
  'not-in-source',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** A passage of a text: UTF-16 offsets, end exclusive. */
export const rangeSchema = z.object({
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
})

/** Why a tweet is doubted: what in it (offsets into its text), and what the source has in its place. */
export const reasonSchema = z.object({
  code: z.enum(reasonCodes),
  at: rangeSchema,
  found: z.nullable(z.string()),
})
export type Reason = z.infer<typeof reasonSchema>

export type Support = {
  verdict: Verdict
  reasons: Reason[]
  /** The passages of the source that back it: UTF-16 offsets, in order, without overlaps. */
  spans: Range[]
}
