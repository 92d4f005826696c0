import { PDFDocument, StandardFonts } from 'pdf-lib'

const size = { width: 595, height: 842 }
const margin = 60
const fontSize = 11

/** A PDF of paragraphs, as a word processor would set them, under a title. */
export async function pdfOf(title: string, paragraphs: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(title)
  const font = await document.embedFont(StandardFonts.TimesRoman)
  let page = document.addPage([size.width, size.height])
  let y = size.height - margin
  const line = (text: string, points: number) => {
    if (y < margin) {
      page = document.addPage([size.width, size.height])
      y = size.height - margin
    }
    page.drawText(text, { x: margin, y, size: points, font })
    y -= points * 1.35
  }
  line(title, 20)
  y -= 10
  for (const paragraph of paragraphs) {
    let words = ''
    for (const word of paragraph.split(' ')) {
      const longer = words === '' ? word : `${words} ${word}`
      if (font.widthOfTextAtSize(longer, fontSize) > size.width - 2 * margin) {
        line(words, fontSize)
        words = word
      } else words = longer
    }
    line(words, fontSize)
    y -= 9
  }
  return document.save()
}
