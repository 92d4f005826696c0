import type { Span } from './breaks.ts'
import { graphemes } from './graphemes.ts'

/**
 * The ends of the smallest pieces that [start, end) may be cut into: entities are whole, and of everything else a
 * piece is a grapheme. White space at the start goes with the first piece. At most `most` UTF-16 units are looked at
 * (more where an entity is longer), so that a text of one endless word is cut in linear time.
 */
export function pieceEnds(
  text: string,
  start: number,
  end: number,
  entities: Span[],
  most = 10_000,
): number[] {
  const ends: number[] = []
  let at = start
  const horizon = Math.min(end, start + most)
  const addGraphemes = (until: number) => {
    for (const grapheme of graphemes(text.slice(at, until))) {
      at += grapheme.length
      ends.push(at)
    }
  }
  for (const entity of entities) {
    // What is left of an entity that has been broken already may be broken again.
    if (entity.end <= at || entity.start < start) continue
    if (entity.start >= horizon) break
    addGraphemes(Math.max(at, entity.start))
    at = Math.min(entity.end, end)
    ends.push(at)
  }
  addGraphemes(Math.max(at, horizon))
  // The last grapheme may go on beyond the horizon.
  if (horizon < end && ends.length > 1) ends.pop()
  return ends.filter((one) => text.slice(start, one).trim() !== '')
}

/** The ends of the code points of [start, end): for a grapheme that is too long by itself. */
export function codePointEnds(text: string, start: number, end: number): number[] {
  let at = start
  return Array.from(text.slice(start, end), (point) => {
    at += point.length
    return at
  })
}

/**
 * The last of some ends, in order, that a test allows; -1 if none. Where one is allowed, so must those before it be.
 * It begins with the near ones, since what is tested takes longer the farther its end.
 */
export function lastThat(ends: readonly number[], allowed: (end: number) => boolean): number {
  const holds = (index: number) => {
    const end = ends[index]
    return end !== undefined && allowed(end)
  }
  let low = -1
  let step = 1
  while (low + step < ends.length && holds(low + step)) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, ends.length)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low < 0 ? -1 : (ends[low] ?? -1)
}
