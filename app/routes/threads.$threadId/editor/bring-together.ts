import { mergeDocuments } from '#app/features/threads/document/merge/merge-documents.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'

/** What two changes of a document come to together; null where they stand against each other. */
export function broughtTogether(
  base: ThreadDocument,
  mine: ThreadDocument,
  theirs: ThreadDocument,
): ThreadDocument | null {
  const { merged, conflicts } = mergeDocuments(base, mine, theirs)
  return conflicts.length === 0 ? merged : null
}
