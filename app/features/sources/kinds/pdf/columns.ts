import type { Segment } from './page-rows.ts'

/** Lines of one column from the top, and the column's edges. */
export type Flow = { rows: Segment[][]; left: number; right: number }

/** Points; how finely gutters are looked for. */
const step = 2
const fewestLines = 5
/** A gutter may be crossed by a title, a figure's caption, a full-width note, but not by the text itself. */
const mostCrossing = 0.2
/** Columns narrower than this many letters' heights are a table's. */
const narrowestColumn = 9

type Gutter = { at: number; crossing: number; width: number }

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const widthOf = ({ x0, x1 }: Segment) => x1 - x0

/** Whether both sides of a gutter are columns of prose that stand beside each other. */
function partsProse(left: readonly Segment[], right: readonly Segment[], all: number): boolean {
  if (Math.min(left.length, right.length) < Math.max(fewestLines, all * 0.12)) return false
  const inSizes = (side: readonly Segment[]) => median(side.map((segment) => widthOf(segment) / segment.size))
  if (Math.min(inSizes(left), inSizes(right)) < narrowestColumn) return false
  const heights = (side: readonly Segment[]) => side.map(({ y }) => y)
  const top = Math.max(Math.min(...heights(left)), Math.min(...heights(right)))
  const bottom = Math.min(Math.max(...heights(left)), Math.max(...heights(right)))
  const height = (side: readonly Segment[]) => Math.max(...heights(side)) - Math.min(...heights(side))
  return bottom - top >= 0.4 * Math.min(height(left), height(right))
}

function findGutter(segments: readonly Segment[], left: number, right: number): Gutter | null {
  const cells = Math.min(2_000, Math.ceil((right - left) / step))
  if (segments.length < fewestLines * 2 || cells < 10) return null
  const covered = new Array<number>(cells).fill(0)
  for (const { x0, x1 } of segments) {
    const to = Math.min(cells, Math.ceil((x1 - left) / step))
    for (let cell = Math.max(0, Math.floor((x0 - left) / step)); cell < to; cell += 1)
      covered[cell] = (covered[cell] ?? 0) + 1
  }
  const size = median(segments.map((segment) => segment.size))
  const gutters: Gutter[] = []
  for (let start = 0; start < cells; start += 1) {
    const crossing = covered[start] ?? 0
    if (crossing > segments.length * mostCrossing) continue
    let end = start
    while (end < cells && (covered[end] ?? 0) <= segments.length * mostCrossing) end += 1
    const least = Math.min(...covered.slice(start, end))
    // The middle of where it is crossed least.
    let from = start
    while ((covered[from] ?? 0) > least) from += 1
    let to = from
    while (to < end && covered[to] === least) to += 1
    if ((to - from) * step >= size * 0.6 - step)
      gutters.push({ at: left + ((from + to) / 2) * step, crossing: least, width: to - from })
    start = end
  }
  const real = gutters.filter(({ at }) =>
    partsProse(
      segments.filter(({ x1 }) => x1 <= at + step),
      segments.filter(({ x0 }) => x0 >= at - step),
      segments.length,
    ),
  )
  return real.sort((one, other) => one.crossing - other.crossing || other.width - one.width)[0] ?? null
}

function rowsFrom(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of segments) {
    const last = rows.at(-1)
    if (last?.[0]?.row === segment.row) last.push(segment)
    else rows.push([segment])
  }
  return rows
}

/**
 * A page's lines in the order of reading: columns one after another, and what goes across them where it stands. Lines
 * that part the page end the columns above them. `rtl` reads the right column first. Goes down at most four columns.
 */
export function flowsOf(rows: readonly Segment[][], rtl: boolean): Flow[] {
  const segments = rows.flat()
  if (segments.length === 0) return []
  const left = Math.min(...segments.map(({ x0 }) => x0))
  const right = Math.max(...segments.map(({ x1 }) => x1))
  return split(segments, left, right, rtl, 3)
}

function split(segments: Segment[], left: number, right: number, rtl: boolean, more: number): Flow[] {
  const gutter = more === 0 ? null : findGutter(segments, left, right)
  if (gutter === null) return [{ rows: rowsFrom(segments), left, right }]
  const { at } = gutter
  const flows: Flow[] = []
  let one: Segment[] = []
  let other: Segment[] = []
  const edge = (side: 'x0' | 'x1', of: readonly Segment[]) => of.map((segment) => segment[side])
  const isLeft = ({ x1 }: Segment) => x1 <= at + step
  const isRight = ({ x0 }: Segment) => x0 >= at - step
  const leftEnd = Math.max(...edge('x1', segments.filter(isLeft)))
  const rightStart = Math.min(...edge('x0', segments.filter(isRight)))
  const endColumns = () => {
    const sides = [
      ...(one.length > 0 ? [split(one, left, leftEnd, rtl, more - 1)] : []),
      ...(other.length > 0 ? [split(other, rightStart, right, rtl, more - 1)] : []),
    ]
    flows.push(...(rtl ? sides.reverse() : sides).flat())
    one = []
    other = []
  }
  for (const row of rowsFrom(segments)) {
    if (row.some((segment) => !isLeft(segment) && !isRight(segment))) {
      endColumns()
      const last = flows.at(-1)
      if (last && last.left === left && last.right === right) last.rows.push(row)
      else flows.push({ rows: [row], left, right })
      continue
    }
    one.push(...row.filter(isLeft))
    other.push(...row.filter((segment) => !isLeft(segment)))
  }
  endColumns()
  return flows
}
