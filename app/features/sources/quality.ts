import { z } from 'zod'

/** Why what was read may not be what its reader would call the article. */
export const doubts = [
  'paywall',
  'cookie-wall',
  'login-wall',
  'needs-javascript',
  'near-empty',
  /** A page about a video or a sound file, of which only the description can be read. */
  'only-description',
  /** Pages of a PDF that are pictures of text. */
  'scanned-pages',
] as const
export type Doubt = (typeof doubts)[number]

/** How far a reading can be trusted to be the article: 100 is a text as its author typed it, 0 is nothing. */
export const qualitySchema = z.object({
  score: z.number().int().min(0).max(100),
  doubt: z.enum(doubts).nullable(),
})
export type Quality = z.infer<typeof qualitySchema>
