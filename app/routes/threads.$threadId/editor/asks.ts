import { type TweetWish, wishesFor } from '#app/features/generation/candidates/candidate.ts'
import type { StoredTweet } from '#app/features/threads/stored-tweet.ts'
import type { ShownCandidate } from '../thread-props.ts'

/** What may be asked for a stored tweet, and what was. */
export type Asks = { wishes: TweetWish[]; candidates: ShownCandidate[] }

export const noAsks: Asks = { wishes: [], candidates: [] }

/** By the tweets' ids. */
export function asksOf(
  stored: readonly StoredTweet[],
  candidates: readonly ShownCandidate[],
  hasModel: boolean,
): Map<string, Asks> {
  return new Map(
    stored.map(({ id, position }) => [
      id,
      {
        wishes: wishesFor(position, hasModel),
        candidates: candidates.filter(({ under }) => under === position),
      },
    ]),
  )
}
