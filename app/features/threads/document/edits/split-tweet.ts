import { mostTweets } from '../document-limits.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { done, type Outcome, refuseFull } from './outcome.ts'
import { emptyTweet, onUnlocked, spliced } from './take-tweet.ts'

/**
 * Cuts a tweet in two at a UTF-16 offset of its text; white space at the cut goes. Both halves keep the passages and the
 * word that it is an opinion, and the check tells them apart. The half that holds text keeps the tweet's id: at its
 * very start an empty tweet comes before it, at its end one after. Refuses locked tweets and a full thread.
 */
export function splitTweet(document: ThreadDocument, tweetId: string, at: number, newId: string): Outcome {
  return onUnlocked(document, tweetId, 'split it', ({ tweet, index }) => {
    if (document.tweets.length >= mostTweets) return refuseFull()
    const [before, after] = [tweet.text.slice(0, at).trimEnd(), tweet.text.slice(at).trimStart()]
    if (before === '' && after !== '') {
      const kept = tweet.text === after ? tweet : { ...tweet, text: after }
      return done(spliced(document, index, 1, emptyTweet(newId), kept), { tweetId, start: 0, end: 0 })
    }
    const first = tweet.text === before ? tweet : { ...tweet, text: before }
    const second =
      after === '' ? emptyTweet(newId) : { ...tweet, id: newId, text: after, spans: [...tweet.spans] }
    return done(spliced(document, index, 1, first, second), { tweetId: newId, start: 0, end: 0 })
  })
}
