import type { Hit } from '#app/features/threads/document/edits/find-text.ts'
import type { Cursor } from '#app/features/threads/document/edits/outcome.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import type { Hint } from '#app/features/threads/lint/finding.ts'
import { documentOf, type StoredTweet } from '#app/features/threads/stored-tweet.ts'
import type { createLint, Findings } from './lint/find-lint.ts'
import type { SaveState } from './save-state.ts'
import type { Stored } from './wire.ts'

/** What lies over the page or its bar. */
export type Opened =
  | { kind: 'find' }
  | { kind: 'title' }
  | { kind: 'conflict' }
  | { kind: 'emoji'; tweetId: string }

/** A word about what was just done, and how to take it back. */
export type Told = { id: number; text: string; undo: boolean }

export type EditorState = {
  document: ThreadDocument
  /** What the server holds, as far as it is known here, with what it found of each tweet. */
  stored: Stored
  /** What of that is edited: what was typed since is compared and brought together with it. */
  base: ThreadDocument
  save: SaveState
  /** What of that which isn't saved this device keeps; null where nothing has to be kept, or nothing can. */
  kept: ThreadDocument | null
  canUndo: boolean
  canRedo: boolean
  /** Where one goes on; taken by the tweet that it names. */
  cursor: Cursor | null
  told: Told | null
  opened: Opened | null
  /** The place that was found and is looked at. */
  hit: Hit | null
  /** What to look at in each tweet before the thread leaves, by its id; and what looks, once it is loaded. */
  findings: Findings
  lint: ReturnType<typeof createLint> | null
  /** For those who hear the page. */
  spoken: string
  /** What stands on the server where it can't be brought together with what is here. */
  theirs: Stored | null
}

export function stateOf(stored: Stored, hints: readonly Hint[] = []): EditorState {
  const document = documentOf(stored)
  return {
    document,
    stored,
    base: document,
    save: { phase: 'saved', at: null },
    kept: null,
    canUndo: false,
    canRedo: false,
    cursor: null,
    told: null,
    opened: null,
    hit: null,
    findings: new Map(
      hints.map(({ tweetId }) => [tweetId, hints.filter((hint) => hint.tweetId === tweetId)]),
    ),
    lint: null,
    spoken: '',
    theirs: null,
  }
}

/** What the server tells, in which each tweet that it found as before is the very same: nothing of it is drawn anew. */
export function keepingSame(before: Stored, now: Stored): Stored {
  const known = new Map(before.tweets.map((tweet) => [tweet.id, tweet]))
  return {
    version: now.version,
    title: now.title,
    numbering: now.numbering,
    tweets: now.tweets.map((tweet) => sameAs(known.get(tweet.id), tweet)),
  }
}

function sameAs(before: StoredTweet | undefined, now: StoredTweet): StoredTweet {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
}

/** Whether two documents say the same. */
export function isSame(a: ThreadDocument, b: ThreadDocument): boolean {
  if (a === b) return true
  if (
    (a.title ?? null) !== (b.title ?? null) ||
    a.numbering !== b.numbering ||
    a.tweets.length !== b.tweets.length
  )
    return false
  return a.tweets.every((tweet, index) => {
    const other = b.tweets[index]
    return (
      tweet === other ||
      (tweet.id === other?.id &&
        tweet.text === other.text &&
        tweet.isLocked === other.isLocked &&
        tweet.isOpinion === other.isOpinion &&
        JSON.stringify(tweet.spans) === JSON.stringify(other.spans))
    )
  })
}

/** A document in which each tweet that says the same as one of another document is that very one. */
export function reusing(document: ThreadDocument, known: ThreadDocument): ThreadDocument {
  if (isSame(document, known)) return known
  const byId = new Map(known.tweets.map((tweet) => [tweet.id, tweet]))
  const tweets = document.tweets.map((tweet) => {
    const other = byId.get(tweet.id)
    return other && JSON.stringify(other) === JSON.stringify(tweet) ? other : tweet
  })
  return { ...document, tweets }
}
