import * as z from 'zod/mini'
import { rangeSchema, reasonSchema, verdicts } from '#app/features/support/verdict.ts'
import type { ThreadDocument } from './document/thread-document.ts'

/** A tweet of a thread as it is kept. */
export const storedTweetSchema = z.object({
  id: z.string(),
  position: z.number(),
  /** Without its number. */
  text: z.string(),
  /** The passages of the source that back it. */
  spans: z.array(rangeSchema),
  /** Null for a tweet from before there was a check. */
  verdict: z.nullable(z.enum(verdicts)),
  reasons: z.array(reasonSchema),
  /** Whether its owner has called it their own opinion. */
  isOpinion: z.boolean(),
  /** Whether it stays as it is whatever is written again. */
  isLocked: z.boolean(),
})
export type StoredTweet = z.infer<typeof storedTweetSchema>

type StoredThread = { title: string | null; numbering: boolean; tweets: readonly StoredTweet[] }

/** What of a stored thread is edited. */
export function documentOf({ title, numbering, tweets }: StoredThread): ThreadDocument {
  return {
    title,
    numbering,
    tweets: tweets.map(({ id, text, spans, isOpinion, isLocked }) => ({
      id,
      text,
      spans,
      isOpinion,
      isLocked,
    })),
  }
}
