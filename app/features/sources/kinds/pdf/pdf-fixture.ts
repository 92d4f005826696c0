import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import type { Snapshot } from '../../snapshot.ts'
import { readPdf } from './read-pdf.ts'

type Fonts = Record<'serif' | 'bold' | 'italic', PDFFont>
export type Draw = (page: PDFPage, fonts: Fonts, document: PDFDocument) => void

/** A PDF of A4 pages (595 by 842 points), each drawn by one function. */
export async function drawn(...pages: Draw[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const fonts = {
    serif: await document.embedFont(StandardFonts.TimesRoman),
    bold: await document.embedFont(StandardFonts.TimesRomanBold),
    italic: await document.embedFont(StandardFonts.TimesRomanItalic),
  }
  for (const draw of pages) draw(document.addPage([595, 842]), fonts, document)
  return await document.save({ useObjectStreams: false })
}

/** Writes lines below each other, from `y` on, and gives the place for the next. */
export function write(
  page: PDFPage,
  lines: readonly string[],
  {
    x = 60,
    y,
    size = 11,
    font,
    leading = 14,
  }: { x?: number; y: number; size?: number; font: PDFFont; leading?: number },
): number {
  for (const [index, line] of lines.entries()) page.drawText(line, { x, y: y - index * leading, size, font })
  return y - lines.length * leading
}

/** A text broken into lines of at most a width in points, as a typesetter does. */
export function wrapped(text: string, font: PDFFont, width: number, size = 11): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && font.widthOfTextAtSize(longer, size) <= width) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines
}

export const read = (bytes: Uint8Array) => readPdf({ bytes, url: null })
export const passages = ({ text, blocks }: Snapshot) =>
  blocks.map(({ kind, level, start, end }) => [`${kind}${level ?? ''}`, text.slice(start, end)])
export const texts = (snapshot: Snapshot) => passages(snapshot).map(([, text]) => text)

/** A PDF of objects as they are written in the file, the first of them its catalog. */
export function rawPdf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const head = Buffer.from('%PDF-1.7\n')
  const chunks = [head]
  const offsets: number[] = []
  let at = head.length
  for (const [index, object] of objects.entries()) {
    const written = typeof object === 'string' ? Buffer.from(object, 'latin1') : object
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), written, Buffer.from('\nendobj\n')])
    offsets.push(at)
    chunks.push(chunk)
    at += chunk.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  chunks.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(chunks))
}

export function stream(content: string | Uint8Array, entries = ''): Uint8Array {
  const data = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

export const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
export const pageTree = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
export const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>'
export const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
export const sentence = 'The harbour freezes in most winters, and the ferry then lies at its berth.'
export const showSentence = `BT /F 12 Tf 50 700 Td (${sentence}) Tj ET`
