import { z } from 'zod'

export const tones = ['neutral', 'conversational', 'punchy', 'formal'] as const
export const fewestTweets = 3
export const mostTweets = 25

/** What a person may ask of a generation. Every field has a default, so that rows written by older versions parse. */
export const generationOptionsSchema = z.object({
  tone: z.enum(tones).default('neutral'),
  /** Who it is written for, in the person's own words. */
  audience: z.string().trim().max(120).default(''),
  /** Exact number of tweets wished for; null is "as many as it takes". */
  length: z.number().int().min(fewestTweets).max(mostTweets).nullable().default(null),
  /** Upper bound where no exact number is wished for; null is `mostTweets`. */
  atMost: z.number().int().min(1).max(100).nullable().default(null),
  /** BCP 47 tag of the thread's language; null is the source's own. */
  language: z.string().max(35).nullable().default(null),
  numbering: z.boolean().default(false),
  hashtags: z.boolean().default(false),
  /** Closing line, verbatim, in the last tweet; empty for none. */
  callToAction: z.string().trim().max(200).default(''),
  /** The person's own instruction to the writer. */
  instruction: z.string().trim().max(500).default(''),
})
export type GenerationOptions = z.infer<typeof generationOptionsSchema>
