import { measure } from '#app/features/counting/count.ts'
import { numberTexts } from '#app/features/counting/numbering.ts'
import type { ProgressTweet } from '#app/features/generation/progress.ts'

export type NumberedTweet = ProgressTweet & {
  /** Its text without its number. */
  plain: string
  /** In the network's own count, its number included. */
  length: number
}

/** The tweets as they will be posted: with their numbers where wanted, and with what they count. */
export function numberedTweets(tweets: ProgressTweet[], numbering: boolean): NumberedTweet[] {
  const texts = tweets.map(({ text }) => text)
  const posted = numbering ? numberTexts(texts) : texts
  return tweets.map((tweet, index) => {
    const text = posted[index] ?? tweet.text
    return { ...tweet, plain: tweet.text, text, length: measure(text, 'x').length }
  })
}
