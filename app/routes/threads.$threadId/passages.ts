import type { Block } from '#app/features/sources/snapshot.ts'

/** A passage that a tweet was made from: UTF-16 offsets into the source's text, end exclusive. */
export type Passage = { position: number; start: number; end: number }

/** A stretch of a block that the same tweets use throughout; nobody uses it where `tweets` is empty. */
export type Piece = {
  start: number
  text: string
  /** Positions of the tweets, in rising order. */
  tweets: number[]
  /** Those of them whose passage ends with this piece, so that their number stands behind it. */
  ending: number[]
  /** Those of them whose first passage in the whole text begins with this piece, so that a link can lead here. */
  first: number[]
}

export type MarkedBlock = { block: Block; pieces: Piece[] }

/**
 * Cuts the blocks of a text at the borders of the passages. Passages may overlap, run over several blocks, or reach
 * beyond the text. No cut falls inside a surrogate pair: a border there moves outwards.
 */
export function markPassages(text: string, blocks: Block[], passages: Passage[]): MarkedBlock[] {
  const whole = passages
    .map((passage) => snap(text, passage))
    .filter((passage) => passage.end > passage.start)
    .sort((a, b) => a.start - b.start || a.position - b.position)
  const seen = new Set<number>()
  return blocks.map((block) => ({ block, pieces: piecesOf(text, block, whole, seen) }))
}

function piecesOf(text: string, block: Block, passages: Passage[], seen: Set<number>): Piece[] {
  const inside = passages.filter(({ start, end }) => start < block.end && end > block.start)
  const cuts = new Set([block.start, block.end])
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, block.start))
    cuts.add(Math.min(end, block.end))
  }
  const borders = [...cuts].sort((a, b) => a - b)
  return borders.slice(0, -1).flatMap((start, index) => {
    const end = borders[index + 1] ?? block.end
    if (end <= start) return []
    const covering = inside.filter((passage) => passage.start < end && passage.end > start)
    const tweets = positions(covering)
    const first = tweets.filter((position) => !seen.has(position))
    for (const position of first) seen.add(position)
    return [
      {
        start,
        text: text.slice(start, end),
        tweets,
        ending: positions(covering.filter((p) => ends(text, p, block, end))),
        first,
      },
    ]
  })
}

/** A passage ends where it stops, not where a block does that it runs beyond; white space after its end is nothing. */
function ends(text: string, passage: Passage, block: Block, pieceEnd: number): boolean {
  if (passage.end === pieceEnd) return true
  return pieceEnd === block.end && text.slice(pieceEnd, passage.end).trim() === ''
}

function positions(passages: Passage[]): number[] {
  return [...new Set(passages.map(({ position }) => position))].sort((a, b) => a - b)
}

function snap(text: string, { position, start, end }: Passage): Passage {
  const from = Math.max(0, start)
  const to = Math.min(text.length, end)
  return {
    position,
    start: splitsPair(text, from) ? from - 1 : from,
    end: splitsPair(text, to) ? to + 1 : to,
  }
}

function splitsPair(text: string, offset: number): boolean {
  return (
    isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff) &&
    isBetween(text.charCodeAt(offset), 0xdc00, 0xdfff)
  )
}

function isBetween(unit: number, low: number, high: number): boolean {
  return unit >= low && unit <= high
}

export type Coverage = {
  /** Share of the text's characters that some tweet was made from, 0 to 1. */
  share: number
  /** The used stretches, as shares of the whole text, in order and without overlap. */
  stretches: { from: number; to: number }[]
}

/** How much of a text the passages use, and where. White space between blocks counts for nobody. */
export function coverageOf(marked: MarkedBlock[]): Coverage {
  const total = marked.reduce(
    (sum, { pieces }) => sum + pieces.reduce((length, piece) => length + piece.text.length, 0),
    0,
  )
  const stretches: Coverage['stretches'] = []
  let at = 0
  let used = 0
  for (const piece of marked.flatMap(({ pieces }) => pieces)) {
    const from = at / total
    at += piece.text.length
    if (piece.tweets.length === 0) continue
    used += piece.text.length
    const last = stretches.at(-1)
    if (last?.to === from) last.to = at / total
    else stretches.push({ from, to: at / total })
  }
  return { share: total === 0 ? 0 : used / total, stretches }
}
