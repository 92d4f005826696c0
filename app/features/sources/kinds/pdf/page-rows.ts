import type { Piece } from './page-pieces.ts'

/** Pieces of one line that stand close enough to be read on; a column or a table's cell at the least. */
export type Segment = Omit<Piece, 'rtl'> & { row: number }

/** Gaps in shares of the letters' size: a space between words, and the least that parts columns. */
const space = 0.13
const columnGap = 0.8
/** Raised and lowered signs are at most this large, in shares of their line's letters. */
const raisedSize = 0.87

type Row = { y: number; size: number; pieces: Piece[] }

/** Lines over the whole width of the page, from the top. Raised and lowered small letters belong to their line. */
function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of [...pieces].sort((one, other) => one.y - other.y)) {
    const row = rows.slice(-4).findLast(({ y, size }) => {
      const apart = Math.abs(piece.y - y)
      const [small, large] = piece.size < size ? [piece.size, size] : [size, piece.size]
      return apart < large * 0.3 || (small < large * raisedSize && apart < large * 0.55)
    })
    if (!row) rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
    else {
      if (piece.size > row.size) Object.assign(row, { y: piece.y, size: piece.size })
      row.pieces.push(piece)
    }
  }
  return rows.sort((one, other) => one.y - other.y)
}

const raisedDigits: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789-−+', (sign, at) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺'[at] ?? sign]),
)

/** Small raised signs: an exponent stays, raised; the mark of a note goes. Null for all other pieces. */
function raised(piece: Piece, before: string, row: Row): string | null {
  if (piece.size > row.size * raisedSize || row.y - piece.y < row.size * 0.15) return null
  const text = piece.text.trim()
  if (!/^(?:[\d,\s*†‡§¶−+-]{1,8}|(?:\[(?:\d{1,3}|[a-z])\]\s?){1,6})$/.test(text)) return null
  const exponent = /^[−+-]?\d{1,4}$/.test(text) && /(?:\d|[)\]]|(?<!\p{L})\p{L}{1,2})$/u.test(before)
  return exponent ? Array.from(text, (sign) => raisedDigits[sign] ?? sign).join('') : ''
}

/** Letters of scripts that are written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

function glue(before: string, after: string, gap: number, size: number): string {
  if (before === '' || /\s$/.test(before) || /^\s/.test(after)) return ''
  const wide = unspaced.test(before.slice(-2)) && unspaced.test(after.slice(0, 2))
  return gap > size * (wide ? 1 : space) ? ' ' : ''
}

function segmentsOf(row: Row, index: number): Segment[] {
  const ordered = [...row.pieces].sort((one, other) => one.x0 - other.x0)
  const runs: Piece[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const piece of ordered) {
    if (piece.x0 - end > row.size * columnGap) runs.push([])
    runs.at(-1)?.push(piece)
    end = Math.max(end, piece.x1)
  }
  return runs.map((run) => segmentOf(run, row, index)).filter(({ text }) => text !== '')
}

function segmentOf(run: Piece[], row: Row, index: number): Segment {
  const letters = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0)
  const rtl = letters(run.filter((piece) => piece.rtl)) > letters(run) / 2
  let text = ''
  let last: Piece | null = null
  for (const piece of rtl ? [...run].reverse() : run) {
    // The same letters drawn twice, a hair apart, are how some programs make them bold.
    if (last && piece.text === last.text && Math.abs(piece.x0 - last.x0) < row.size * 0.15) continue
    const gap = last === null ? 0 : rtl ? last.x0 - piece.x1 : piece.x0 - last.x1
    const written = raised(piece, text.trimEnd(), row) ?? piece.text
    text += written === '' ? '' : glue(text, written, gap, row.size) + written
    last = piece
  }
  const main = run.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best))
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x0: Math.min(...run.map(({ x0 }) => x0)),
    x1: Math.max(...run.map(({ x1 }) => x1)),
    y: row.y,
    size: main.size,
    font: main.font,
    row: index,
  }
}

/** A page's rows from the top, each as its segments from the left. */
export function rowsOfPage(pieces: readonly Piece[]): Segment[][] {
  return rowsOf(pieces)
    .map(segmentsOf)
    .filter((segments) => segments.length > 0)
}
