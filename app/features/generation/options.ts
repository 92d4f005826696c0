import { z } from 'zod'
import { cleanCharacters } from '#app/features/sources/clean-characters.ts'

export const tones = ['neutral', 'conversational', 'punchy', 'formal'] as const
export const reviews = ['when-doubtful', 'always', 'never'] as const
export const fewestTweets = 3
export const mostTweets = 25

/** A person's own words, at most so many characters, without what PostgreSQL can't hold or nobody can see. */
const words = (most: number) =>
  z
    .string()
    .transform(cleanCharacters)
    .pipe(z.string().trim().max(most, `Use at most ${most} characters here.`))

/** What a person may ask of a generation. Every field has a default, so that rows written by older versions parse. */
export const generationOptionsSchema = z.object({
  tone: z.enum(tones).default('neutral'),
  /** Who it is written for, in the person's own words. */
  audience: words(120).default(''),
  /** Exact number of tweets wished for; null is "as many as it takes". */
  length: z.number().int().min(fewestTweets).max(mostTweets).nullable().default(null),
  /** Upper bound where no exact number is wished for; null is `mostTweets`. */
  atMost: z.number().int().min(1).max(100).nullable().default(null),
  /** BCP 47 tag of the thread's language; null is the source's own. */
  language: z.string().max(35).nullable().default(null),
  numbering: z.boolean().default(false),
  hashtags: z.boolean().default(false),
  /** Closing line, verbatim, in the last tweet; empty for none. */
  callToAction: words(200).default(''),
  /** The person's own instruction to the writer. */
  instruction: words(500).default(''),
  /** When to wait, once the source is read, until its owner has looked at what was read. */
  review: z.enum(reviews).default('when-doubtful'),
  /** Whether to wait, once the plan is made, until its owner has chosen what to write. */
  planFirst: z.boolean().default(false),
})
export type GenerationOptions = z.infer<typeof generationOptionsSchema>
