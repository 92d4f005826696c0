import { longestTitle } from '../document-limits.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { done, type Outcome, refuseLongTitle } from './outcome.ts'

/** A name as it is kept, in one line; null for none, so that the thread is called as its source is. */
export const cleanTitle = (title: string): string | null =>
  title.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim() || null

/** Calls the thread otherwise; an empty title leaves it to the source. Refuses more than 120 characters (UTF-16 units). */
export function setTitle(document: ThreadDocument, title: string): Outcome {
  const clean = cleanTitle(title)
  if (clean !== null && clean.length > longestTitle) return refuseLongTitle()
  return done(clean === (document.title ?? null) ? document : { ...document, title: clean })
}
