import * as z from 'zod/mini'
import { rangeSchema, reasonSchema, verdicts } from '#app/features/support/verdict.ts'
import type { GenerationStatus } from '#app/features/threads/generation-status.ts'
import { writerNames } from './writer-names.ts'

export const stepNames = ['fetching', 'reading', 'planning', 'writing', 'checking'] as const
export type StepName = (typeof stepNames)[number]

const tweetSchema = z.object({
  /** From 1, in the thread's order. */
  position: z.int().check(z.positive()),
  text: z.string(),
  /** Passages of the source's text that it was made from: UTF-16 offsets, end exclusive. */
  spans: z.array(rangeSchema),
  /** What the check against the source found; null until it is done. */
  verdict: z._default(z.nullable(z.enum(verdicts)), null),
  reasons: z._default(z.array(reasonSchema), []),
})
export type ProgressTweet = z.infer<typeof tweetSchema>

const stepState = z._default(z.enum(['waiting', 'active', 'done', 'skipped']), 'skipped')

/** What a generation has done so far in its present run; stored whole, so that one read answers a poll. */
export const progressSchema = z.object({
  // A row of an older version may know fewer steps.
  steps: z.object({
    fetching: stepState,
    reading: stepState,
    planning: stepState,
    writing: stepState,
    checking: stepState,
  } satisfies Record<StepName, typeof stepState>),
  /** How many tweets are to come in all; null while nobody knows. */
  planned: z._default(z.nullable(z.int().check(z.positive())), null),
  writer: z._default(z.nullable(z.enum(writerNames)), null),
  tweets: z._default(z.array(tweetSchema), []),
  /** That the model failed and the built-in writer wrote in its place: the failure's code, and how many tweets had been shown. */
  switched: z._default(
    z.nullable(z.object({ because: z.string(), after: z.int().check(z.nonnegative()) })),
    null,
  ),
})
export type Progress = z.infer<typeof progressSchema>

/** What the browser is told of a generation; `seq` grows with every change, over all generations of a thread. */
export type GenerationView = {
  id: string
  status: GenerationStatus
  seq: number
  progress: Progress
  /**
   * A sentence for the person, when failed; `retryable` when trying again makes sense. While queued: why the last run
   * did not succeed, with another one to come.
   */
  error: { code: string; message: string; retryable: boolean } | null
  /** How many generations wait before this one, while queued. */
  ahead: number
}
