import { mostTweets } from '../document-limits.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { done, type Outcome, refuseFull } from './outcome.ts'
import { emptyTweet, onTweet, onUnlocked, spliced } from './take-tweet.ts'

/** Moves a tweet to a place, counted from 0 as it will stand; beyond either end is the end. Locked tweets move too. */
export function moveTweet(document: ThreadDocument, tweetId: string, to: number): Outcome {
  return onTweet(document, tweetId, ({ tweet, index }) => {
    const place = Math.min(Math.max(0, to), document.tweets.length - 1)
    if (place === index) return done(document)
    const tweets = document.tweets.toSpliced(index, 1).toSpliced(place, 0, tweet)
    return done({ ...document, tweets })
  })
}

/** Moves a tweet one up (-1) or down (1); at the end it stays. */
export function moveTweetBy(document: ThreadDocument, tweetId: string, by: -1 | 1): Outcome {
  return onTweet(document, tweetId, ({ index }) => moveTweet(document, tweetId, index + by))
}

/** Adds an empty tweet before or after another, or as the last one (`null`). Refuses in a full thread. */
export function insertEmptyTweet(
  document: ThreadDocument,
  beside: { tweetId: string; side: 'before' | 'after' } | null,
  newId: string,
): Outcome {
  if (document.tweets.length >= mostTweets) return refuseFull()
  const at = (index: number) =>
    done(spliced(document, index, 0, emptyTweet(newId)), { tweetId: newId, start: 0, end: 0 })
  if (beside === null) return at(document.tweets.length)
  return onTweet(document, beside.tweetId, ({ index }) => at(beside.side === 'before' ? index : index + 1))
}

/** Adds a copy right after a tweet, unlocked so that it can be made another. Refuses in a full thread. */
export function duplicateTweet(document: ThreadDocument, tweetId: string, newId: string): Outcome {
  return onTweet(document, tweetId, ({ tweet, index }) => {
    if (document.tweets.length >= mostTweets) return refuseFull()
    const copy = { ...tweet, id: newId, isLocked: false, spans: [...tweet.spans] }
    const end = copy.text.length
    return done(spliced(document, index + 1, 0, copy), { tweetId: newId, start: end, end })
  })
}

/** Takes a tweet out; the cursor goes to the end of the one before, or to the start of the next. Refuses locked ones. */
export function removeTweet(document: ThreadDocument, tweetId: string): Outcome {
  return onUnlocked(document, tweetId, 'remove it', ({ index }) => {
    const [before, next] = [document.tweets[index - 1], document.tweets[index + 1]]
    const beside = before ?? next
    const at = before ? before.text.length : 0
    return done(spliced(document, index, 1), beside ? { tweetId: beside.id, start: at, end: at } : null)
  })
}
