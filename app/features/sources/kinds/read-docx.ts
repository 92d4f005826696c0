import { zipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { buildSnapshot, type SourceDetails } from '../build-snapshot.ts'
import { decodeText } from '../decode.ts'
import { passagesOf } from '../html/blocks.ts'
import { cleanByline } from '../html/byline.ts'
import { isoDate } from '../iso-date.ts'
import type { Snapshot } from '../snapshot.ts'
import { childOf, readXml, textIn } from './read-xml.ts'
import { openZip, type Zip } from './read-zip.ts'
import { damaged, mostCharacters, tooLong } from './refuse.ts'
import { hiddenStyle, wordParts } from './word-parts.ts'

// Names of styles as Word stores them in every language; what stands after `=>` is mammoth's own language.
const styleMap = [
  `r.${hiddenStyle} => !`,
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Macro Text'] => pre:separator('\\n')",
  "p[style-name^='toc '] => !",
  "p[style-name^='index '] => !",
]

/**
 * Reads a Word document (.docx): its paragraphs, headings, lists, quotes, tables and notes, without what it hides.
 * Nothing outside the file is looked at, and no picture is decoded. Throws AppErrors for the field `source`:
 * `file-damaged`, `file-protected`, `file-too-complex`, `source-too-long`.
 */
export async function readDocx({ bytes, url }: { bytes: Uint8Array; url: string | null }): Promise<Snapshot> {
  const zip = openZip(bytes, 'Word document')
  const passages = passagesIn(await htmlOf(zip))
  const details = detailsOf(zip)
  const heading = passages.slice(0, 3).find(({ kind }) => kind === 'heading')
  return buildSnapshot('docx', passages, { ...details, url, title: details.title || (heading?.text ?? null) })
}

async function htmlOf(zip: Zip): Promise<string> {
  const parts = wordParts(zip)
  try {
    // Packed again without compression, so that what mammoth unpacks is what was checked.
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      {
        styleMap,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value
  } catch (error) {
    throw damaged('Word document', error)
  }
}

function passagesIn(html: string) {
  // Marks come to a good part of it, but hardly to more than the text.
  if (html.length > mostCharacters * 3) throw tooLong('Word document')
  const { body } = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
  for (const mark of Array.from(
    body.querySelectorAll('a[href^="#footnote-ref-"], a[href^="#endnote-ref-"], img'),
  ))
    mark.remove()
  for (const mark of Array.from(
    body.querySelectorAll('sup > a[href^="#footnote-"], sup > a[href^="#endnote-"]'),
  ))
    mark.parentElement?.remove()
  const passages = passagesOf(body).map(({ kind, level, text }) => ({
    kind,
    ...(level === undefined ? {} : { level }),
    text,
  }))
  if (passages.reduce((sum, { text }) => sum + text.length, 0) > mostCharacters)
    throw tooLong('Word document')
  return passages
}

function detailsOf(zip: Zip): SourceDetails {
  const bytes = zip.read('docProps/core.xml')
  const core = bytes && readXml(decodeText(bytes))
  const stated = (name: string) => textIn(childOf(core, name))
  return {
    title: stated('title'),
    byline: cleanByline([stated('creator')]),
    publishedAt: isoDate(stated('created')) ?? isoDate(stated('modified')),
    language: stated('language'),
  }
}
