import type { ThreadRow } from '../thread-row.ts'
import type { Snippet, SnippetPart } from './snippet.ts'

/** A thread as the library shows it. */
export type LibraryRow = ThreadRow & {
  /** As its owner called it; null where it is called as its source is. */
  ownTitle: string | null
  isStarred: boolean
  /** Whether a tweet holds something that its source doesn't back. */
  isDoubted: boolean
  tags: string[]
  /** ISO 8601. */
  changedAt: string
  /** ISO 8601; null for what isn't in the trash. */
  trashedAt: string | null
  /** Where it says what was searched for; null where nothing was, or where the row shows it already. */
  snippet: Snippet | null
  /** Its title, with what was searched for marked; null where nothing was. */
  markedTitle: SnippetPart[] | null
}
