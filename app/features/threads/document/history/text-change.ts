/** What turned one text into another: [start, oldEnd) of the old became [start, newEnd) of the new; UTF-16 offsets. */
export type TextChange = { start: number; oldEnd: number; newEnd: number; earliest: number }

/**
 * The smallest change between two texts; null where there is none. Where the same could have happened further left (one
 * more "l" in "hello"), `earliest` is the leftmost start.
 */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let same = 0
  while (
    same < shorter &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++
  const tail = Math.min(same, shorter - start)
  return {
    start,
    oldEnd: before.length - tail,
    newEnd: after.length - tail,
    earliest: Math.min(start, shorter - same),
  }
}
