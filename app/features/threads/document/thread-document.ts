import * as z from 'zod/mini'
import { rangeSchema } from '#app/features/support/verdict.ts'
import { longestTitle, longestTweet, mostSpans, mostTweets } from './document-limits.ts'

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

/**
 * What is edited, saved, kept as revisions and merged: a thread's tweets in order, whether they are numbered, and what its
 * owner calls it.
 */
export const threadDocumentSchema = z.object({
  /** Null where it is called as its source is; not there where nothing is said of it, and it stays as it is. */
  title: z.optional(z.nullable(z.string().check(z.maxLength(longestTitle)))),
  numbering: z.boolean(),
  tweets: z.array(documentTweetSchema).check(
    z.maxLength(mostTweets),
    z.refine((tweets) => new Set(tweets.map(({ id }) => id)).size === tweets.length),
  ),
})
export type ThreadDocument = z.infer<typeof threadDocumentSchema>
