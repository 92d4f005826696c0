import { inlineMark } from './inline-marks.ts'

const longestCell = 240

/** An element's rows, not those of tables within it. */
function rowElements(table: Element): Element[] {
  return Array.from(table.children).flatMap((part) =>
    /^(?:thead|tbody|tfoot)$/.test(part.localName)
      ? rowElements(part)
      : part.localName === 'tr'
        ? [part]
        : [],
  )
}

function cellElements(row: Element): Element[] {
  return Array.from(row.children).filter((cell) => cell.localName === 'td' || cell.localName === 'th')
}

function cellText(element: Element): string {
  let text = ''
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === 3) text += node.textContent ?? ''
    else if (node.nodeType === 1) {
      const child = node as Element
      text += child.localName === 'br' ? '\n' : (inlineMark(child) ?? cellText(child))
      if (/^(?:p|div|li)$/.test(child.localName)) text += '\n'
    }
  }
  return text
}

/** Whether a table holds data; the others only lay out a page, and their cells are read one after another. */
export function isDataTable(table: Element): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none') return false
  if (table.querySelector('table, p + p, h1, h2, h3, h4, blockquote, pre')) return false
  const rows = rowElements(table).map(cellElements)
  const cells = rows.flat()
  if (cells.some((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').length > longestCell)) return false
  return rows.filter((row) => row.length >= 2).length >= 2
}

/** The texts of a table's cells, row by row. */
export function rowsOf(table: Element): string[][] {
  return rowElements(table).map((row) => cellElements(row).map(cellText))
}
