import type pg from 'pg'
import { z } from 'zod'
import { type StoredTweet, storedTweetSchema } from '#app/features/threads/stored-tweet.ts'
import type { ProgressTweet } from './progress.ts'
import type { WrittenTweet } from './writer.ts'

/** A tweet as it is to be stored. */
export type FinishedTweet = ProgressTweet & Pick<StoredTweet, 'isLocked' | 'isOpinion'>

/** The tweets of a thread that stay as they are whatever is written again, in order. */
export async function lockedTweets(pool: pg.Pool, threadId: string): Promise<StoredTweet[]> {
  const { rows } = await pool.query(
    `select id, position, text, spans, verdict, reasons, is_opinion as "isOpinion", is_locked as "isLocked"
     from tweets where thread_id = $1 and is_locked order by position`,
    [threadId],
  )
  return z.array(storedTweetSchema).parse(rows)
}

/**
 * What was written with the locked tweets in it: each at the place where it stood, in the place of what was written for
 * it, or at the end where the new thread is shorter. `check` looks at it against the text of now.
 */
export function withLocked(
  written: readonly ProgressTweet[],
  locked: readonly StoredTweet[],
  check: (tweet: WrittenTweet, position: number) => ProgressTweet,
): FinishedTweet[] {
  const made: FinishedTweet[] = written.map((tweet) => ({ ...tweet, isLocked: false, isOpinion: false }))
  for (const { position, text, isOpinion } of locked) {
    const at = Math.min(position - 1, made.length)
    // Its passages may lie in another text than the one of now.
    const checked = check({ text, spans: [] }, at + 1)
    const judged = isOpinion ? { ...checked, verdict: 'opinion' as const, reasons: [] } : checked
    made[at] = { ...judged, isLocked: true, isOpinion }
  }
  return made
}
