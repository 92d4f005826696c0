import type { StoredTweet } from '#app/features/threads/stored-tweet.ts'
import type { ProgressTweet } from './progress.ts'
import type { WrittenTweet } from './writer.ts'

/** A tweet as it is to be stored. */
export type FinishedTweet = ProgressTweet & Pick<StoredTweet, 'isLocked' | 'isOpinion'>

/**
 * What was written with those tweets in it that are locked, which stay as they are whatever is written again: each at the place where it stood, in the place of what was written for
 * it, or at the end where the new thread is shorter. `check` looks at it against the text of now.
 */
export function withLocked(
  written: readonly ProgressTweet[],
  standing: readonly StoredTweet[],
  check: (tweet: WrittenTweet, position: number) => ProgressTweet,
): FinishedTweet[] {
  const made: FinishedTweet[] = written.map((tweet) => ({ ...tweet, isLocked: false, isOpinion: false }))
  for (const { position, text, isOpinion } of standing.filter(({ isLocked }) => isLocked)) {
    const at = Math.min(position - 1, made.length)
    // Its passages may lie in another text than the one of now.
    const checked = check({ text, spans: [] }, at + 1)
    const judged = isOpinion ? { ...checked, verdict: 'opinion' as const, reasons: [] } : checked
    made[at] = { ...judged, isLocked: true, isOpinion }
  }
  return made
}
