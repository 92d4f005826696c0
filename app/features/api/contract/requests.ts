import { z } from 'zod'
import { emailSchema } from '#app/features/accounts/email.ts'
import { fewestTweets, mostTweets, reviews, tones } from '#app/features/generation/options.ts'
import { longestTitle } from '#app/features/threads/document/document-limits.ts'

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const optionsSchema = z.strictObject({
  tone: z.enum(tones).optional(),
  audience: z.string().max(120).optional().describe('Who it is written for.'),
  length: z
    .int()
    .min(fewestTweets)
    .max(mostTweets)
    .nullable()
    .optional()
    .describe('So many tweets; null for as many as it takes.'),
  language: z
    .string()
    .max(35)
    .refine(isLanguageTag, 'This is no language tag such as en or pt-BR.')
    .nullable()
    .optional()
    .describe('Of the thread (BCP 47); null for the source’s own.'),
  numbering: z.boolean().optional(),
  hashtags: z.boolean().optional(),
  callToAction: z.string().max(200).optional().describe('The last tweet’s closing line, word for word.'),
  instruction: z.string().max(500).optional().describe('To the writer.'),
  review: z
    .enum(reviews)
    .optional()
    .describe('When the writing waits until its owner has looked, on the thread’s page, at what was read.'),
})

export const newThreadSchema = z
  .strictObject({
    url: z.string().max(4096).optional().describe('The address of an article.'),
    text: z
      .string()
      .max(1_000_000)
      .optional()
      .describe('Or the text itself: 25 words to 300,000 characters.'),
    options: optionsSchema.optional(),
  })
  .refine(({ url, text }) => (url === undefined) !== (text === undefined), {
    path: ['url'],
    message: 'Give an address (url) or a text (text), one of the two.',
  })
export type NewThread = z.infer<typeof newThreadSchema>

/** Printable characters of ASCII, as a header may hold. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'Use 1 to 255 printable characters, without spaces.')

/** One version, as ETag gives it. */
export const ifMatchSchema = z.string().regex(/^"\d{1,9}"$/)

export const tweetChangeSchema = z
  .strictObject({
    text: z.string().max(4000).optional(),
    isOpinion: z.boolean().optional().describe('Your word that it is an opinion, which nothing has to back.'),
    isLocked: z.boolean().optional().describe('Whether it stays as it is whatever is written again.'),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: 'Say what is to change: text, isOpinion or isLocked.',
  })

export const threadChangeSchema = z
  .strictObject({
    title: z
      .string()
      .max(longestTitle)
      .nullable()
      .optional()
      .describe('What it is called; null for what its source is called.'),
    numbering: z.boolean().optional().describe('Whether its tweets are numbered.'),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: 'Say what is to change: title or numbering.',
  })

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

export const listQuerySchema = z.strictObject({
  limit: whole(1, 100).default(20).describe('So many at most.'),
  cursor: z
    .string()
    .regex(/^(?:[\d:.TZ-]{24}~)?[\da-f-]{36}$/i, 'Give the `next` of a page.')
    .optional()
    .describe('The `next` of the page before.'),
  trash: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true` for the trash instead, where threads lie for 30 days after they were deleted.'),
})

export const deleteQuerySchema = z.strictObject({
  forever: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true` deletes it for good, from the trash or past it.'),
})

export const progressQuerySchema = z.strictObject({
  since: whole(-1, 2_147_483_647)
    .default(-1)
    .describe('The `seq` that you know: the answer waits up to 20 seconds for a later one.'),
})

export const tokenRequestSchema = z.discriminatedUnion('grant_type', [
  z.strictObject({
    grant_type: z.literal('password'),
    email: emailSchema,
    password: z.string().min(1).max(1024),
    code: z.string().max(100).optional().describe('Of the authenticator app, or a recovery code.'),
  }),
  z.strictObject({
    grant_type: z.literal('refresh_token'),
    refresh_token: z.string().max(200),
  }),
])
