import { looksLikeMarkdown } from './looks-like-markdown.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPlainText } from './read-plain-text.ts'
import type { Snapshot } from './snapshot.ts'

/** Reads pasted text: as Markdown where its content says so, else as plain text. Never throws. */
export function readText(input: string): Snapshot {
  return looksLikeMarkdown(input) ? readMarkdown(input) : readPlainText(input)
}
