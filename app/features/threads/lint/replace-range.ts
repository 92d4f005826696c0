import type { Range } from '#app/features/segmentation/sentences.ts'
import { setText } from '../document/edits/set-text.ts'
import type { Fix } from './finding.ts'

/** A text with a range of it said otherwise. */
export const replaceRange = (text: string, { start, end }: Range, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

/** A fix that gives a tweet another text; null where there would be none left. */
export function textFix(
  tweetId: string,
  text: string,
  label: string,
  note: string | null = null,
): Fix | null {
  if (text.trim() === '') return null
  return { label, note, edit: (document) => setText(document, tweetId, text) }
}
