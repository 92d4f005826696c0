import { z } from 'zod'
import { networks } from '#app/features/counting/networks.ts'
import { longestTweet } from '../document/document-limits.ts'
import { storedTweetSchema } from '../stored-tweet.ts'

/** The networks that a thread, which is written for X, has variants for. */
export const variantNetworks = networks.filter((network) => network !== 'x')
export type VariantNetwork = (typeof variantNetworks)[number]
export const variantNetworkSchema = z.enum(variantNetworks)

/**
 * Whether a variant is one post with the tweets as its paragraphs. LinkedIn has no threads: a row of comments under one's own
 * post is seen by few, while one post holds 3,000 characters, which is most threads of ten tweets.
 */
export const isOnePost = (network: VariantNetwork): boolean => network === 'linkedin'

/** Most posts that stand in one tweet's place; a tweet at its longest takes fourteen on Bluesky. */
export const mostTexts = 20

const { text, spans, verdict, reasons, isOpinion } = storedTweetSchema.shape
/** Words of a variant, with what the source says of them. */
const saidSchema = z.object({ text, spans, verdict, reasons, isOpinion })
export type Said = z.infer<typeof saidSchema>

/** What stands in a tweet's place on a network. */
const ownPartSchema = z.object({
  tweetId: z.string(),
  /** The tweet's text that it was written from: where the tweet reads otherwise now, this is out of date. */
  madeFrom: z.string(),
  /** A post each; none where the tweet is left out. */
  texts: z.array(saidSchema),
})
export type OwnPart = z.infer<typeof ownPartSchema>
export const ownPartsSchema = z.array(ownPartSchema)

export const writtenTextSchema = z.string().max(longestTweet, {
  error: `Use at most ${longestTweet.toLocaleString('en')} characters.`,
})
