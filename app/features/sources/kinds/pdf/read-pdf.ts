import { buildSnapshot, type Passage } from '../../build-snapshot.ts'
import { collapseWhiteSpace } from '../../clean-characters.ts'
import type { Quality } from '../../quality.ts'
import type { Snapshot } from '../../snapshot.ts'
import { tableText } from '../../table-text.ts'
import { mostCharacters, onlyPictures, tooLong } from '../refuse.ts'
import { bodyStyleOf } from './body-style.ts'
import { flowsOf } from './columns.ts'
import { headingLevels, outlineOf } from './headings.ts'
import { compoundsIn, joinLines } from './join-lines.ts'
import { type Line, linesOf, runsRightToLeft } from './lines.ts'
import { type Pdf, withPdf } from './open-pdf.ts'
import { piecesOf } from './page-pieces.ts'
import { rowsOfPage, type Segment } from './page-rows.ts'
import { type Paragraph, paragraphsOf, withoutBullet } from './paragraphs.ts'
import { detailsOf, infoOf } from './pdf-details.ts'
import { withoutRunningLines } from './running-lines.ts'
import { checkStreams, countImages } from './streams.ts'
import { tableRuns } from './table-runs.ts'

type Options = { bytes: Uint8Array; url: string | null; signal?: AbortSignal | undefined }

/**
 * Reads the text of a PDF in the order of reading: columns one after another, paragraphs, headings, lists and tables put
 * together from where the letters stand, without running titles and page numbers. Nothing in it is run, fetched or drawn.
 * Throws AppErrors for the field `source`: `file-damaged`, `file-protected`, `file-too-complex`, `source-too-long` (over
 * 500 pages or 2,000,000 characters), `no-text-in-pdf`. Where some pages are pictures the doubt is `scanned-pages`.
 */
export async function readPdf({ bytes, url, signal }: Options): Promise<Snapshot> {
  checkStreams(bytes)
  const { read, outline, info } = await withPdf(bytes, async (pdf) => ({
    read: await pagesOf(pdf, signal),
    outline: await outlineOf(pdf),
    info: await infoOf(pdf),
  }))
  const text = withoutRunningLines(read)
  // Where every page is the same, that is its text.
  const pages = text.some(hasWords) ? text : read
  const written = pages.map(hasWords)
  if (!written.includes(true)) throw onlyPictures()
  const passages = passagesIn(linesIn(pages), outline)
  return buildSnapshot('pdf', passages, { ...detailsOf(info, passages), url }, qualityOf(written, bytes))
}

async function pagesOf(pdf: Pdf, signal: AbortSignal | undefined): Promise<Segment[][][]> {
  const pages: Segment[][][] = []
  let characters = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    signal?.throwIfAborted()
    const page = await pdf.getPage(number)
    const rows = rowsOfPage(await piecesOf(page))
    page.cleanup()
    for (const { text } of rows.flat()) characters += text.length
    if (characters > mostCharacters) throw tooLong('PDF')
    pages.push(rows)
  }
  return pages
}

/** Whether a page has words; fonts that don't say which letters they draw leave only signs. */
function hasWords(rows: readonly Segment[][]): boolean {
  const text = rows
    .flat()
    .map((segment) => segment.text)
    .join('')
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > text.replace(/\s/g, '').length * 0.3
}

function linesIn(pages: readonly Segment[][][]): Line[] {
  const lines: Line[] = []
  let flow = 0
  for (const [page, rows] of pages.entries()) {
    const rtl = runsRightToLeft(
      rows
        .flat()
        .map(({ text }) => text)
        .join(' '),
    )
    const flows = flowsOf(rows, rtl)
    lines.push(...linesOf(flows, page, flow))
    flow += flows.length
  }
  return lines
}

function passagesIn(lines: readonly Line[], outline: ReadonlyMap<string, number>): Passage[] {
  const body = bodyStyleOf(lines)
  const compounds = compoundsIn(lines.map(({ text }) => text))
  const titled = tableRuns(lines)
    .flatMap((run): Paragraph[] =>
      run.table ? [{ lines: run.lines, apart: true, kind: 'table' }] : paragraphsOf(run.lines, body),
    )
    .map((paragraph) => ({ paragraph, text: textOf(paragraph, compounds) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const levels = headingLevels(titled, body, outline)
  return titled.map(({ paragraph, text }, index): Passage => {
    const level = levels[index]
    if (level) return { kind: 'heading', level, text }
    return { kind: paragraph.kind === 'text' ? 'paragraph' : paragraph.kind, text }
  })
}

function textOf({ kind, lines }: Paragraph, compounds: ReadonlySet<string>): string {
  if (kind === 'table') return tableText(lines.map(({ cells }) => cells.map(({ text }) => text)))
  const text = joinLines(
    lines.map((line) => line.text),
    compounds,
  )
  return kind === 'list-item' ? collapseWhiteSpace(withoutBullet(text)) : text
}

/** A cover without a word on it is no scan, and nor are blank pages in a file with fewer pictures. */
function qualityOf(written: readonly boolean[], bytes: Uint8Array): Quality {
  const inner = written.length >= 5 ? written.slice(1, -1) : written
  const empty = inner.filter((each) => !each).length
  const scanned = empty > 0 && empty >= inner.length * 0.05 && countImages(bytes) >= empty
  if (!scanned) return { score: 100, doubt: null }
  return { score: Math.round(100 * (1 - empty / inner.length)), doubt: 'scanned-pages' }
}
