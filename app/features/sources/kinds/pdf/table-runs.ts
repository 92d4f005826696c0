import type { Line } from './lines.ts'

const fewestRows = 3
/** Points by which cells below each other may be out of line. */
const tolerance = 4
/** Shares of the letters' size; less is a wide space in a justified line. */
const cellGap = 1.1

const isRow = ({ cells, size }: Line) =>
  cells.length >= 2 &&
  cells.slice(1).every((cell, index) => {
    const before = cells[index]
    return before !== undefined && Math.max(cell.x0 - before.x1, before.x0 - cell.x1) >= size * cellGap
  })

/** Whether a cell behind the first stands below one of the line above, by either edge or its middle. */
function aligned(line: Line, above: Line): boolean {
  const near = (one: number, other: number) => Math.abs(one - other) <= tolerance
  return line.cells
    .slice(1)
    .some(({ x0, x1 }) =>
      above.cells
        .slice(1)
        .some((cell) => near(cell.x0, x0) || near(cell.x1, x1) || near(cell.x0 + cell.x1, x0 + x1)),
    )
}

export type Run = { table: boolean; lines: Line[] }

/** Parts a document's lines into tables (three rows and more of cells below each other) and everything else. */
export function tableRuns(lines: readonly Line[]): Run[] {
  const runs: Run[] = []
  const add = (table: boolean, part: readonly Line[]) => {
    const last = runs.at(-1)
    if (last && !table && !last.table) last.lines.push(...part)
    else if (part.length > 0) runs.push({ table, lines: [...part] })
  }
  let at = 0
  while (at < lines.length) {
    let end = at
    for (; end < lines.length; end += 1) {
      const line = lines[end]
      const above = end === at ? null : lines[end - 1]
      if (!line || !isRow(line)) break
      if (above && (above.flow !== line.flow || line.y - above.y > line.size * 4 || !aligned(line, above)))
        break
    }
    const table = end - at >= fewestRows
    const to = Math.max(end, at + 1)
    add(table, lines.slice(at, to))
    at = to
  }
  return runs
}
