import type { Cursor, Outcome } from '#app/features/threads/document/edits/outcome.ts'
import { setText } from '#app/features/threads/document/edits/set-text.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'

/** Puts a few signs into a tweet in the place of a range; the cursor goes behind them. */
export function insertText(document: ThreadDocument, { tweetId, start, end }: Cursor, text: string): Outcome {
  const old = document.tweets.find(({ id }) => id === tweetId)?.text ?? ''
  const outcome = setText(document, tweetId, old.slice(0, start) + text + old.slice(end))
  const at = start + text.length
  return outcome.ok ? { ...outcome, cursor: { tweetId, start: at, end: at } } : outcome
}
