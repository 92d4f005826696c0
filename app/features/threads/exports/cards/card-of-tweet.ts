import type { ThreadWithSource } from '../../read-thread.ts'
import { sourceAddress } from '../exported-thread.ts'
import type { Card, CardLook } from './card.ts'

/** A tweet of a thread as a card, its number at the foot where the thread has numbers; null where there is no such tweet. */
export function cardOfTweet(thread: ThreadWithSource, position: number, look: CardLook): Card | null {
  const tweet = thread.tweets.find((each) => each.position === position)
  if (!tweet) return null
  const address = sourceAddress(thread)
  return {
    text: tweet.text,
    from: address && new URL(address).hostname,
    place: thread.numbering && thread.tweets.length > 1 ? `${position}/${thread.tweets.length}` : null,
    look,
  }
}
