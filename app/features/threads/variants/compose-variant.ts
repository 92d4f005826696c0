import { postedTexts } from '../document/posted-texts.ts'
import type { StoredTweet } from '../stored-tweet.ts'
import { isOnePost, type OwnPart, type Said, type VariantNetwork } from './variant.ts'

/** A tweet of the thread as a variant has it. */
type VariantPart = {
  tweetId: string
  /** Of the tweet in the thread, from 1. */
  position: number
  /** How the tweet reads in the thread. */
  master: string
  /** How it read when the variant's own words were written; null for a part that follows the thread. */
  madeFrom: string | null
  /** Whether the thread has changed under the variant's own words. */
  isOutOfDate: boolean
  /** Its posts, or of one post its paragraphs; none where it is left out. */
  texts: Said[]
  /** The place of its first post in the variant, from 1. */
  firstPost: number
}

export type ComposedVariant = {
  parts: VariantPart[]
  /** Words for tweets that are no longer in the thread. They come back with them. */
  homeless: OwnPart[]
  /** All texts in order, without numbers. */
  texts: (Said & { tweetId: string; index: number })[]
  /** What is posted: numbered as the thread is, or one post in all. */
  posts: string[]
  isNumbered: boolean
}

type Master = { tweets: readonly StoredTweet[]; numbering: boolean }

/** A thread as it is on a network: what isn't said otherwise there follows the thread. */
export function composeVariant(
  { tweets, numbering }: Master,
  ownParts: readonly OwnPart[],
  network: VariantNetwork,
): ComposedVariant {
  const own = new Map(ownParts.map((part) => [part.tweetId, part]))
  let firstPost = 1
  const parts = tweets.map((tweet): VariantPart => {
    const words = own.get(tweet.id)
    const texts = words?.texts ?? [tweet]
    const part = {
      tweetId: tweet.id,
      position: tweet.position,
      master: tweet.text,
      madeFrom: words?.madeFrom ?? null,
      isOutOfDate: words !== undefined && words.madeFrom !== tweet.text,
      texts: texts.map(({ text, spans, verdict, reasons, isOpinion }) => ({
        text,
        spans,
        verdict,
        reasons,
        isOpinion,
      })),
      firstPost,
    }
    firstPost += texts.length
    return part
  })
  const texts = parts.flatMap((part) =>
    part.texts.map((said, index) => ({ ...said, tweetId: part.tweetId, index })),
  )
  const isNumbered = numbering && !isOnePost(network)
  return {
    parts,
    homeless: ownParts.filter(({ tweetId }) => !tweets.some(({ id }) => id === tweetId)),
    texts,
    posts: isOnePost(network)
      ? [
          texts
            .map(({ text }) => text.trim())
            .filter((text) => text !== '')
            .join('\n\n'),
        ]
      : postedTexts({ tweets: texts, numbering: isNumbered }),
    isNumbered,
  }
}
