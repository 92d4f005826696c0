import type { DocumentTweet, ThreadDocument } from '../thread-document.ts'
import { type Outcome, refuseLocked, refuseUnknown } from './outcome.ts'

export type Taken = { tweet: DocumentTweet; index: number }

/** Runs an edit on one tweet, or refuses where the document has no such tweet. */
export function onTweet(
  { tweets }: ThreadDocument,
  tweetId: string,
  edit: (taken: Taken) => Outcome,
): Outcome {
  const index = tweets.findIndex(({ id }) => id === tweetId)
  const tweet = tweets[index]
  return tweet ? edit({ tweet, index }) : refuseUnknown()
}

/** The same for an edit that a locked tweet doesn't allow; `deed` goes on from "unlock it to". */
export function onUnlocked(
  document: ThreadDocument,
  tweetId: string,
  deed: string,
  edit: (taken: Taken) => Outcome,
): Outcome {
  return onTweet(document, tweetId, (taken) => (taken.tweet.isLocked ? refuseLocked(deed) : edit(taken)))
}

/** The document with `count` tweets from `index` on replaced by others. */
export function spliced(
  document: ThreadDocument,
  index: number,
  count: number,
  ...others: DocumentTweet[]
): ThreadDocument {
  return { ...document, tweets: document.tweets.toSpliced(index, count, ...others) }
}

/** A tweet with another text, which is no longer what its owner called an opinion. */
export const withText = (tweet: DocumentTweet, text: string): DocumentTweet => {
  return text === tweet.text ? tweet : { ...tweet, text, isOpinion: false }
}

export const emptyTweet = (id: string): DocumentTweet => {
  return { id, text: '', spans: [], isOpinion: false, isLocked: false }
}
