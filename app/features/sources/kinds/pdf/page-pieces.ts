import { z } from 'zod'
import { cleanCharacters } from '../../clean-characters.ts'
import { tooComplex } from '../refuse.ts'
import type { Pdf } from './open-pdf.ts'

/**
 * A run of letters as the page shows it. Places are in points (1/72 inch) in the direction of reading: `x` along the line
 * from its left, `y` the baseline, growing from line to line.
 */
export type Piece = {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  font: string
  rtl: boolean
}

/** Far more than a page can show in letters that anybody could read. */
const mostPieces = 50_000
/** Points; nobody reads smaller print. */
const smallest = 2

const itemSchema = z.object({
  str: z.string(),
  dir: z.string(),
  width: z.number(),
  height: z.number(),
  transform: z.array(z.number()).length(6),
  fontName: z.string(),
})
type Item = z.infer<typeof itemSchema>

const ligatures = /[\uFB00-\uFB06]/g

/** Where an item begins, and its direction in quarter turns; null where it stands askew, as watermarks do. */
function placeOf({ transform }: Item, view: readonly number[], vertical: boolean) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view
  const [ta = 0, tb = 0, tc = 0, td = 0, x = 0, y = 0] = transform
  const angle = Math.atan2(b * ta + d * tb, a * ta + c * tb) / (Math.PI / 2)
  const turn = Math.round(angle)
  if (Math.abs(angle - turn) > 0.06) return null
  return {
    turn: (turn + (vertical ? 1 : 0) + 4) % 4,
    x: a * x + c * y + e,
    y: b * x + d * y + f,
    size: Math.hypot(a * tc + c * td, b * tc + d * td),
  }
}

/** The same point seen after turning the page so that its lines run from left to right. */
function turned(x: number, y: number, turn: number): [number, number] {
  if (turn === 1) return [y, -x]
  if (turn === 2) return [-x, -y]
  return turn === 3 ? [-y, x] : [x, y]
}

async function itemsOf(page: Awaited<ReturnType<Pdf['getPage']>>) {
  const items: Item[] = []
  const vertical = new Set<string>()
  const reader = page.streamTextContent().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    for (const [font, style] of Object.entries(
      z
        .record(z.string(), z.object({ vertical: z.boolean().catch(false) }))
        .catch({})
        .parse(value.styles),
    ))
      if (style.vertical) vertical.add(font)
    for (const each of z.array(z.unknown()).parse(value.items)) {
      const item = itemSchema.safeParse(each)
      if (item.success && item.data.str.trim() !== '') items.push(item.data)
    }
    if (items.length > mostPieces) {
      await reader.cancel(new Error('too many pieces'))
      throw tooComplex('PDF')
    }
  }
  return { items, vertical }
}

/**
 * The letters of a page that a reader sees in the direction in which most of it is written: what stands askew, at the
 * paper's edge upright, off the page or in tiny print is left out. Throws `file-too-complex`.
 */
export async function piecesOf(page: Awaited<ReturnType<Pdf['getPage']>>): Promise<Piece[]> {
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const { items, vertical } = await itemsOf(page)
  const placed = items.flatMap((item) => {
    const place = placeOf(item, transform, vertical.has(item.fontName))
    if (!place || place.size < smallest) return []
    const inside = place.x > -place.size && place.x < width && place.y > 0 && place.y < height + place.size
    return inside ? { item, place } : []
  })
  const letters = [0, 0, 0, 0]
  for (const { item, place } of placed) letters[place.turn] = (letters[place.turn] ?? 0) + item.str.length
  const turn = letters.indexOf(Math.max(...letters))
  return placed
    .filter(({ place }) => place.turn === turn)
    .map(({ item, place }) => {
      const [x0, y] = turned(place.x, place.y, turn)
      return {
        text: cleanCharacters(item.str.replace(ligatures, (sign) => sign.normalize('NFKC'))).replace(
          /\n/g,
          ' ',
        ),
        x0,
        x1: x0 + (vertical.has(item.fontName) ? item.height : item.width),
        y,
        size: place.size,
        font: item.fontName,
        rtl: item.dir === 'rtl',
      }
    })
}
