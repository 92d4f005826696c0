import { inlineMark } from './inline-marks.ts'
import { elementsIn, isElement, type PageElement } from './page-document.ts'

const longestCell = 240

/** An element's rows, not those of tables within it. */
function rowElements(table: PageElement): PageElement[] {
  return Array.from(table.children).flatMap((part) =>
    /^(?:thead|tbody|tfoot)$/.test(part.localName)
      ? rowElements(part)
      : part.localName === 'tr'
        ? [part]
        : [],
  )
}

function cellElements(row: PageElement): PageElement[] {
  return Array.from(row.children).filter((cell) => cell.localName === 'td' || cell.localName === 'th')
}

function cellText(element: PageElement): string {
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.textContent ?? ''
    else if (isElement(node)) {
      text += node.localName === 'br' ? '\n' : (inlineMark(node) ?? cellText(node))
      if (/^(?:p|div|li)$/.test(node.localName)) text += '\n'
    }
  }
  return text
}

const neverInCells = new Set('table h1 h2 h3 h4 blockquote pre'.split(' '))

/** Whether a table holds what no cell of data does: headings, quotations, several paragraphs. */
const laysOut = (table: PageElement) =>
  elementsIn(table).some((element) => neverInCells.has(element.localName) || hasParagraphs(element))

function hasParagraphs({ children }: PageElement): boolean {
  let before = ''
  for (const { localName } of children) {
    if (localName === 'p' && before === 'p') return true
    before = localName
  }
  return false
}

/** Whether a table holds data; the others only lay out a page, and their cells are read one after another. */
export function isDataTable(table: PageElement): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none') return false
  if (laysOut(table)) return false
  const rows = rowElements(table).map(cellElements)
  const cells = rows.flat()
  if (cells.some((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').length > longestCell)) return false
  return rows.filter((row) => row.length >= 2).length >= 2
}

/** The texts of a table's cells, row by row. */
export function rowsOf(table: PageElement): string[][] {
  return rowElements(table).map((row) => cellElements(row).map(cellText))
}
