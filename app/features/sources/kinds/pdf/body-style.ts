import type { Line } from './lines.ts'

/** How most of a document's text is set. */
export type BodyStyle = {
  /** Points, to the half. */
  size: number
  font: string
  /** From one baseline to the next, in shares of the letters' size. */
  leading: number
}

export const halfPoints = (size: number) => Math.round(size * 2) / 2

function mostWeighty<Key>(weights: Map<Key, number>, otherwise: Key): Key {
  let best = otherwise
  let weight = -1
  for (const [key, each] of weights) {
    if (each <= weight) continue
    best = key
    weight = each
  }
  return best
}

/** The size, font and leading that most letters of these lines have. */
export function bodyStyleOf(lines: readonly Line[]): BodyStyle {
  const sizes = new Map<number, number>()
  for (const { size, text } of lines) {
    const key = halfPoints(size)
    sizes.set(key, (sizes.get(key) ?? 0) + text.length)
  }
  const size = mostWeighty(sizes, 10)
  const fonts = new Map<string, number>()
  const leadings = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    if (halfPoints(line.size) !== size) continue
    fonts.set(line.font, (fonts.get(line.font) ?? 0) + line.text.length)
    const next = lines[index + 1]
    const apart = next?.flow === line.flow ? (next.y - line.y) / line.size : 0
    const key = Math.round(apart * 20) / 20
    if (apart > 0.8 && apart < 3) leadings.set(key, (leadings.get(key) ?? 0) + line.text.length)
  }
  return { size, font: mostWeighty(fonts, ''), leading: mostWeighty(leadings, 1.2) }
}
