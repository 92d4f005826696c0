import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { checkerFor } from '#app/features/support/checker-for.ts'
import { joinSpans } from '#app/features/support/join-spans.ts'
import type { GenerationOptions } from './options.ts'
import type { ProgressTweet } from './progress.ts'
import type { WrittenTweet } from './writer.ts'

/**
 * A check of the tweets that a writer gives against their source: each with what backs it, and the verdict. The source is
 * prepared with the first of them, when a model is already writing the next, so that it isn't asked later for that.
 */
export async function tweetCheck(
  snapshot: Pick<Snapshot, 'text' | 'language'>,
  { language }: Pick<GenerationOptions, 'language'>,
): Promise<(tweet: WrittenTweet, position: number) => ProgressTweet> {
  const check = await checkerFor(snapshot, language)
  const supports = new WeakMap<WrittenTweet, ReturnType<typeof check>>()
  return (tweet, position) => {
    const { text, spans } = tweet
    // Who writes looks at it, and so does who follows the writing.
    const support = supports.get(tweet) ?? check({ text, spans })
    supports.set(tweet, support)
    const backing = spans.length > 0 ? spans : support.spans
    return {
      position,
      text,
      spans: joinSpans(snapshot.text, backing),
      verdict: support.verdict,
      reasons: support.reasons,
    }
  }
}
