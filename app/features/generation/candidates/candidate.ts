import * as z from 'zod/mini'
import type { Network } from '#app/features/counting/networks.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'
import { rangeSchema, reasonSchema, verdicts } from '#app/features/support/verdict.ts'
import type { GenerationOptions } from '../options.ts'
import type { WriterInput } from '../writer.ts'

/** What may be asked for one tweet: other words for it, openings, or one more after it. */
export const tweetWishes = ['shorter', 'plainer', 'hook', 'own-words', 'continue'] as const
export type TweetWish = (typeof tweetWishes)[number]

export const candidateKinds = [...tweetWishes, 'add'] as const
export type CandidateKind = (typeof candidateKinds)[number]

/** How many openings are given to choose from. */
export const hookCount = 3

/** Other words only a model has. */
const onlyByModel: ReadonlySet<CandidateKind> = new Set(['plainer', 'own-words'])

/** Whether a candidate would stand in the tweet's place, rather than after it. */
export const isRewriting = (kind: CandidateKind) => kind !== 'continue' && kind !== 'add'

/** What can be asked for a tweet: openings for the first alone, and what needs a model only with one. */
export function wishesFor(position: number, hasModel: boolean): TweetWish[] {
  return tweetWishes.filter(
    (wish) => (hasModel || !onlyByModel.has(wish)) && (wish !== 'hook' || position === 1),
  )
}

export const candidateTextSchema = z.object({
  text: z.string(),
  spans: z.array(rangeSchema),
  verdict: z.enum(verdicts),
  reasons: z.array(reasonSchema),
})
export type CandidateText = z.infer<typeof candidateTextSchema>

/** All that a candidate is made from. */
export type CandidateInput = {
  kind: CandidateKind
  source: WriterInput['source']
  options: GenerationOptions
  network: Network
  signal: AbortSignal
  /** The tweet that it is for or comes after; null where it is about a passage. */
  tweet: { text: string; spans: Range[]; position: number } | null
  /** The thread's other tweets, in order. */
  others: { text: string; spans: Range[] }[]
  /** The passage that it is about; null for the others. */
  passage: Range | null
}
