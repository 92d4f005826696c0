import { longestTitle, longestTweet, mostTweets } from '../document-limits.ts'
import type { ThreadDocument } from '../thread-document.ts'

/** Where the person goes on: UTF-16 offsets in one tweet's text; `start` and `end` differ where something is selected. */
export type Cursor = { tweetId: string; start: number; end: number }

/** Why an edit wasn't made: a stable code, and a sentence for the person. */
type Refusal = {
  code:
    | 'tweet-locked'
    | 'thread-full'
    | 'tweet-too-long'
    | 'title-too-long'
    | 'tweet-not-found'
    | 'no-next-tweet'
  message: string
}

/**
 * What an edit comes to: a new document in which every tweet that stayed as it was is the same object (the very same
 * document where nothing changed), and where the cursor belongs, null where it stays; or why it wasn't made.
 */
export type Outcome =
  | { ok: true; document: ThreadDocument; cursor: Cursor | null }
  | { ok: false; refusal: Refusal }

export const done = (document: ThreadDocument, cursor: Cursor | null = null): Outcome => {
  return { ok: true, document, cursor }
}

const refuse = (code: Refusal['code'], message: string): Outcome => ({
  ok: false,
  refusal: { code, message },
})

/** `deed` goes on from "unlock it to": "change it". */
export const refuseLocked = (deed: string) =>
  refuse('tweet-locked', `This tweet is locked: unlock it to ${deed}.`)
export const refuseFull = (wanted?: number) =>
  refuse(
    'thread-full',
    wanted === undefined
      ? `A thread has at most ${mostTweets} tweets.`
      : `This would make ${wanted.toLocaleString('en')} tweets; a thread has at most ${mostTweets}.`,
  )
export const refuseLong = () =>
  refuse('tweet-too-long', `A tweet has at most ${longestTweet.toLocaleString('en')} characters.`)
export const refuseLongTitle = () =>
  refuse('title-too-long', `A thread’s name has at most ${longestTitle} characters.`)
export const refuseUnknown = () => refuse('tweet-not-found', 'This tweet is gone from the thread.')
export const refuseLast = () => refuse('no-next-tweet', 'There is no tweet after this one to join it with.')
