import { longestTweet } from '../document-limits.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { done, type Outcome, refuseLong } from './outcome.ts'
import { onUnlocked, spliced, withText } from './take-tweet.ts'

/**
 * Gives a tweet another text, as typed. Its passages stay, since the check begins there; its owner's word that it is an
 * opinion was about the old text and goes. Refuses locked tweets and more than 4,000 characters (UTF-16 units).
 */
export function setText(document: ThreadDocument, tweetId: string, text: string): Outcome {
  return onUnlocked(document, tweetId, 'change it', ({ tweet, index }) => {
    if (text === tweet.text) return done(document)
    if (text.length > longestTweet) return refuseLong()
    return done(spliced(document, index, 1, withText(tweet, text)))
  })
}
