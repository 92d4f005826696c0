import { fits } from '#app/features/counting/count.ts'
import { findEntities } from '#app/features/counting/entities.ts'
import { lastThat, pieceEnds } from '#app/features/counting/pieces.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'

/** A piece of a tweet as it counts: whether the network makes a link of it, whether it is beyond the limit, or looked for. */
export type Mark = { start: number; text: string; isLinked: boolean; isOver: boolean; isHit: boolean }

/** A tweet's text in pieces, for what lies behind it while it is typed. `number` is what is posted after it. */
export function countMarks(text: string, number: string, hit: Range | null = null): Mark[] {
  const entities = findEntities(text)
  const over = fits(text.trimEnd() + number, 'x') ? text.length : firstOver(text, number, entities)
  const cuts = [
    0,
    ...entities.flatMap(({ start, end }) => [start, end]),
    over,
    text.length,
    ...(hit ? [hit.start, hit.end] : []),
  ].filter((at) => at <= text.length)
  const ends = [...new Set(cuts)].sort((a, b) => a - b)
  return ends.slice(1).map((end, index) => {
    const start = ends[index] ?? 0
    const isLinked = entities.some((entity) => entity.start <= start && end <= entity.end)
    return {
      start,
      text: text.slice(start, end),
      isLinked,
      isOver: start >= over,
      isHit: hit !== null && hit.start <= start && end <= hit.end,
    }
  })
}

function firstOver(text: string, number: string, entities: { start: number; end: number }[]): number {
  const ends = pieceEnds(text, 0, text.length, entities)
  return Math.max(
    0,
    lastThat(ends, (end) => fits(text.slice(0, end) + number, 'x')),
  )
}
