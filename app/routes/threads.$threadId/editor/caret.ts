import { textChange } from '#app/features/threads/document/history/text-change.ts'

/**
 * Where a caret that stood at `caret` of `before` belongs in `after` (UTF-16 offsets): what was typed around it stays
 * around it. Where the change holds the caret itself, it goes to that change's end.
 */
export function movedCaret(before: string, after: string, caret: number): number {
  const change = textChange(before, after)
  if (!change || caret <= change.start) return caret
  return caret >= change.oldEnd ? caret - change.oldEnd + change.newEnd : change.newEnd
}
