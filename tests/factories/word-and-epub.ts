import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'

/** A Word document of paragraphs under a title. */
export async function docxOf(title: string, paragraphs: readonly string[]): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...paragraphs.map((text) => new Paragraph({ text })),
  ]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'

/** An e-book of one chapter; neither title nor paragraphs may hold markup. */
export function epubOf(title: string, paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'book.opf': strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:language>en</dc:language></metadata><manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="one"/></spine></package>`,
    ),
    'one.xhtml': strToU8(
      `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
    ),
  })
}
