import type { Range } from '#app/features/segmentation/sentences.ts'

/**
 * Joins spans of one passage, so that sentences which follow each other count as one: those that overlap, and those
 * with nothing but spaces between them. A blank line between two keeps them apart.
 */
export function joinSpans(text: string, spans: Range[]): Range[] {
  const joined: Range[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    const between = last ? text.slice(last.end, span.start) : ''
    if (last && (span.start <= last.end || (between.trim() === '' && !between.includes('\n\n')))) {
      last.end = Math.max(last.end, span.end)
    } else {
      joined.push({ ...span })
    }
  }
  return joined
}
