import type { Range } from '#app/features/segmentation/sentences.ts'
import { longestTweet } from '../document-limits.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { finderOf, type Hit, type Wanted } from './find-text.ts'
import { done, type Outcome, refuseLong } from './outcome.ts'
import { onUnlocked, spliced, withText } from './take-tweet.ts'

/** Replaces one place that was found in this very document. Refuses locked tweets and one grown too long. */
export function replaceHit(document: ThreadDocument, hit: Hit, replacement: string): Outcome {
  return onUnlocked(document, hit.tweetId, 'change it', ({ tweet, index }) => {
    const text = replaced(tweet.text, [hit], replacement)
    if (text.length > longestTweet) return refuseLong()
    const end = hit.start + replacement.length
    const cursor = { tweetId: tweet.id, start: end, end }
    return done(text === tweet.text ? document : spliced(document, index, 1, withText(tweet, text)), cursor)
  })
}

export type ReplacedAll = {
  /** The very same document where nothing was replaced. */
  document: ThreadDocument
  /** How many places were replaced. */
  replaced: number
  /** How many were left because their tweets are locked. */
  locked: number
  /** How many were left because their tweets would have grown over 4,000 characters (UTF-16 units). */
  tooLong: number
}

/** Replaces a searched text wherever it stands, by the replacement as it is written. */
export function replaceAll(document: ThreadDocument, wanted: Wanted, replacement: string): ReplacedAll {
  const find = finderOf(wanted)
  const counts = { replaced: 0, locked: 0, tooLong: 0 }
  let isChanged = false
  const tweets = document.tweets.map((tweet) => {
    const own = find(tweet.text)
    if (own.length === 0) return tweet
    const text = replaced(tweet.text, own, replacement)
    const fate = tweet.isLocked ? 'locked' : text.length > longestTweet ? 'tooLong' : 'replaced'
    counts[fate] += own.length
    if (fate !== 'replaced' || text === tweet.text) return tweet
    isChanged = true
    return withText(tweet, text)
  })
  return { document: isChanged ? { ...document, tweets } : document, ...counts }
}

function replaced(text: string, hits: readonly Range[], replacement: string): string {
  let at = 0
  const pieces: string[] = []
  for (const { start, end } of hits) {
    pieces.push(text.slice(at, start), replacement)
    at = end
  }
  return pieces.join('') + text.slice(at)
}
