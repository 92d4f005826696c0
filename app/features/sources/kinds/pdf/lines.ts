import type { Flow } from './columns.ts'
import type { Segment } from './page-rows.ts'

/**
 * A line of a column. Places run in the direction of reading, from `start` to `end`, whichever way that is; `column` is
 * where lines of its column start and end.
 */
export type Line = {
  text: string
  start: number
  end: number
  column: { start: number; end: number }
  y: number
  size: number
  font: string
  /** The number of its column among all of the document. */
  flow: number
  page: number
  /** What stands apart in it, as in a row of a table; one for an ordinary line. */
  cells: Segment[]
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu

/** Whether more of a text's letters run from right to left than the other way. */
export function runsRightToLeft(text: string): boolean {
  return (text.match(rightToLeft)?.length ?? 0) > (text.match(/\p{L}/gu)?.length ?? 0) / 2
}

/** A contents list's lines, with dots from the title to the page's number. */
const contentsLine = /(?:[.·․…]\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,7})$/i

/** The lines of a page's columns, in order. `flow` is the number of the first of them. */
export function linesOf(flows: readonly Flow[], page: number, flow: number): Line[] {
  return flows.flatMap(({ rows, left, right }, index) =>
    rows.flatMap((row): Line[] => {
      const rtl = runsRightToLeft(row.map(({ text }) => text).join(' '))
      const cells = rtl ? [...row].reverse() : row
      const text = cells.map((cell) => cell.text).join(' ')
      const main = cells.reduce((best, cell) => (cell.text.length > best.text.length ? cell : best))
      const x0 = Math.min(...row.map((cell) => cell.x0))
      const x1 = Math.max(...row.map((cell) => cell.x1))
      if (contentsLine.test(text)) return []
      return [
        {
          text,
          start: rtl ? -x1 : x0,
          end: rtl ? -x0 : x1,
          column: rtl ? { start: -right, end: -left } : { start: left, end: right },
          y: main.y,
          size: main.size,
          font: main.font,
          flow: flow + index,
          page,
          cells,
        },
      ]
    }),
  )
}
