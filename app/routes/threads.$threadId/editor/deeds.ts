import { v7 as uuidv7 } from 'uuid'
import { fits } from '#app/features/counting/count.ts'
import {
  duplicateTweet,
  insertEmptyTweet,
  moveTweet,
  moveTweetBy,
  removeTweet,
} from '#app/features/threads/document/edits/arrange-tweets.ts'
import { setLocked, setNumbering, setOpinion } from '#app/features/threads/document/edits/mark-tweet.ts'
import { mergeWithNext } from '#app/features/threads/document/edits/merge-with-next.ts'
import type { Cursor, Outcome } from '#app/features/threads/document/edits/outcome.ts'
import { setText } from '#app/features/threads/document/edits/set-text.ts'
import { setTitle } from '#app/features/threads/document/edits/set-title.ts'
import { splitTweet } from '#app/features/threads/document/edits/split-tweet.ts'
import type { Step } from '#app/features/threads/document/history/history.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'

export type Made = Omit<Step, 'at'> & {
  /** What is said of it, with a way to take it back. */
  told?: string | (() => string)
}
/** Makes a change, or says why it wasn't; whether it was made. */
export type Edit = (change: (document: ThreadDocument) => Outcome, made: Made) => boolean

export type DeedOptions = {
  edit: Edit
  document: () => ThreadDocument
  source: string | null
  language: string | null
}

/** What can be done to a thread, each a step that can be taken back. */
export function deedsOf({ edit, document, source, language }: DeedOptions) {
  const tweets = () => document().tweets
  const indexOf = (tweetId: string) => tweets().findIndex(({ id }) => id === tweetId)
  const beside = (tweetId: string, by: -1 | 1) => tweets()[indexOf(tweetId) + by]

  /** What splits texts is loaded when it is first needed. */
  async function pasteSplit(cursor: Cursor, text: string, made: Made, told?: (parts: number) => string) {
    const { pasteText } = await import('#app/features/threads/document/edits/paste-text.ts')
    const before = tweets().length
    const options = { network: 'x' as const, ...(language !== null && { language }), newId: uuidv7 }
    edit((at) => pasteText(at, cursor, text, options), {
      ...made,
      ...(told && { told: () => told(tweets().length - before + 1) }),
    })
  }

  return {
    type: (tweetId: string, text: string) =>
      edit((at) => setText(at, tweetId, text), { kind: 'typing', tweetId }),
    split: (tweetId: string, at: number) =>
      edit((before) => splitTweet(before, tweetId, at, uuidv7()), { kind: 'split', tweetId }),
    /** Whether there was one to join it with; refused ones too. */
    mergeUp(tweetId: string): boolean {
      const above = beside(tweetId, -1)
      if (above) edit((at) => mergeWithNext(at, above.id, source), { kind: 'join', tweetId: above.id })
      return above !== undefined
    },
    mergeDown(tweetId: string): boolean {
      const below = beside(tweetId, 1)
      if (below) edit((at) => mergeWithNext(at, tweetId, source), { kind: 'join', tweetId })
      return below !== undefined
    },
    addAfter: (tweetId: string) =>
      edit((at) => insertEmptyTweet(at, { tweetId, side: 'after' }, uuidv7()), { kind: 'add' }),
    addLast: () => edit((at) => insertEmptyTweet(at, null, uuidv7()), { kind: 'add' }),
    duplicate: (tweetId: string) =>
      edit((at) => duplicateTweet(at, tweetId, uuidv7()), { kind: 'duplicate' }),
    remove: (tweetId: string) =>
      edit((at) => removeTweet(at, tweetId), {
        kind: 'remove',
        tweetId,
        told: `Tweet ${indexOf(tweetId) + 1} is deleted.`,
      }),
    moveBy: (tweetId: string, by: -1 | 1) =>
      edit((at) => moveTweetBy(at, tweetId, by), { kind: 'move', tweetId }),
    moveTo: (tweetId: string, to: number) =>
      edit((at) => moveTweet(at, tweetId, to), { kind: 'move', tweetId }),
    setLocked: (tweetId: string, isLocked: boolean) =>
      edit((at) => setLocked(at, tweetId, isLocked), { kind: 'mark', tweetId }),
    setOpinion: (tweetId: string, isOpinion: boolean) =>
      edit((at) => setOpinion(at, tweetId, isOpinion), { kind: 'mark', tweetId }),
    /** Whether it was one that can be kept; an empty one leaves it to the source. */
    setTitle: (title: string) => edit((at) => setTitle(at, title), { kind: 'title' }),
    setNumbering: (numbering: boolean) => edit((at) => setNumbering(at, numbering), { kind: 'numbering' }),
    /** Pastes a text that no single tweet holds as several; a shorter one is left to the browser (false). */
    pasteLong(cursor: Cursor, text: string): boolean {
      if (fits(text.trim(), 'x')) return false
      const told = (parts: number) => `The pasted text became ${parts} tweets.`
      void pasteSplit(cursor, text, { kind: 'paste' }, told)
      return true
    },
    /** Splits a tweet that is over the limit where it reads best. */
    splitToFit(tweetId: string) {
      const text = tweets()[indexOf(tweetId)]?.text ?? ''
      void pasteSplit({ tweetId, start: 0, end: text.length }, text, { kind: 'split' })
    },
    /** The end of the tweet above, or the start of the one below. */
    neighbour(tweetId: string, by: -1 | 1): Cursor | null {
      const tweet = beside(tweetId, by)
      if (!tweet) return null
      const at = by === -1 ? tweet.text.length : 0
      return { tweetId: tweet.id, start: at, end: at }
    },
  }
}
export type Deeds = ReturnType<typeof deedsOf>
