import type { ThreadDocument } from '../thread-document.ts'
import { done, type Outcome } from './outcome.ts'
import { onTweet, spliced } from './take-tweet.ts'

/** Locks a tweet, so that its text stays as it is, or unlocks it. */
export const setLocked = (document: ThreadDocument, tweetId: string, isLocked: boolean) =>
  mark(document, tweetId, { isLocked })

/** Says of a tweet that it is an opinion, or that it isn't. A lock holds the text, so it doesn't stand against this. */
export const setOpinion = (document: ThreadDocument, tweetId: string, isOpinion: boolean) =>
  mark(document, tweetId, { isOpinion })

function mark(
  document: ThreadDocument,
  tweetId: string,
  change: { isLocked: boolean } | { isOpinion: boolean },
): Outcome {
  return onTweet(document, tweetId, ({ tweet, index }) => {
    const marked = { ...tweet, ...change }
    if (marked.isLocked === tweet.isLocked && marked.isOpinion === tweet.isOpinion) return done(document)
    return done(spliced(document, index, 1, marked))
  })
}

/** Has the tweets numbered, or not. */
export function setNumbering(document: ThreadDocument, numbering: boolean): Outcome {
  return done(numbering === document.numbering ? document : { ...document, numbering })
}
