import type { Range } from '#app/features/segmentation/sentences.ts'
import type { quoteLocator } from '#app/features/support/locate-quotes.ts'
import type { tweetCleaner } from './clean-tweet.ts'
import { fitTweet, type Shortening } from './fit-tweet.ts'
import type { ModelTweet } from './thread-schema.ts'

type Preparing = Omit<Shortening, 'clean'> & {
  locate: ReturnType<typeof quoteLocator>
  clean: ReturnType<typeof tweetCleaner>
}

type Prepared = {
  /** Empty where nothing worth a tweet is left. */
  text: string
  /** Where its quotes are found in the source. */
  spans: Range[]
  how: 'as-is' | 'shortened' | 'cut'
  /** How many links and handles went. */
  removed: number
}

/**
 * Makes a tweet of what a model has said: its quotes are looked up, links and handles that it may not have go, and it is
 * brought within the room. Throws only when `signal` is aborted.
 */
export async function prepareTweet(
  { text, quotes }: ModelTweet,
  position: number,
  { locate, clean, ...shortening }: Preparing,
): Promise<Prepared> {
  const spans = locate(quotes)
  const cleaned = clean(text, position, spans)
  const fitted = await fitTweet(cleaned.text, {
    ...shortening,
    clean: (shorter) => clean(shorter, position, spans).text,
  })
  return { ...fitted, spans, removed: cleaned.removed }
}
