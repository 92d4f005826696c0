import * as z from 'zod/mini'
import { rangeSchema } from '#app/features/support/verdict.ts'
import { longestTweet, mostSpans, mostTweets } from './document-limits.ts'

/** A tweet as far as its owner changes it; what the check finds of it is the server's to say. */
export const documentTweetSchema = z.object({
  /** Its own wherever it moves; a new tweet gets a new one where it is made. */
  id: z.uuid(),
  /** Without its number. May be empty while a tweet is begun. */
  text: z.string().check(z.maxLength(longestTweet)),
  /** Where in the source it is known to come from; empty where nobody knows. */
  spans: z.array(rangeSchema).check(z.maxLength(mostSpans)),
  /** Its owner's word that it is an opinion, which nothing has to back. */
  isOpinion: z.boolean(),
  /** Whether it stays as it is whatever is written again; its text can't be changed until it is unlocked. */
  isLocked: z.boolean(),
})
export type DocumentTweet = z.infer<typeof documentTweetSchema>

/** What is edited, saved, kept as revisions and merged: a thread's tweets in order, and whether they are numbered. */
export const threadDocumentSchema = z.object({
  numbering: z.boolean(),
  tweets: z.array(documentTweetSchema).check(
    z.maxLength(mostTweets),
    z.refine((tweets) => new Set(tweets.map(({ id }) => id)).size === tweets.length),
  ),
})
export type ThreadDocument = z.infer<typeof threadDocumentSchema>
