import { decodeText } from './decode.ts'
import type { ReadDocument, Reading, SourceDocument } from './document.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import { readMediaPage } from './kinds/media-page.ts'
import { readFeed } from './kinds/read-feed.ts'
import { guarded } from './kinds/refuse.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import type { Snapshot } from './snapshot.ts'
import { unsupported } from './unsupported.ts'

/**
 * Reads a document by its content; names and declared types only decide where the content leaves that open. Blocks
 * while it works. Throws AppErrors for the field `source`: `unsupported-document`, and those of the kind's reader. A
 * text without words is no error here: the caller decides what is enough.
 */
export const readDocument: ReadDocument = async (document, { signal } = {}) => {
  const kind = fileKind(document.bytes)
  const reading = await readByLibrary(kind, document, signal)
  return reading ?? readAsText(kind, document)
}

/** Kinds with a library of their own, which is loaded where it is needed. Null for every other kind. */
async function readByLibrary(
  kind: FileKind,
  { bytes, url }: SourceDocument,
  signal: AbortSignal | undefined,
): Promise<Reading | null> {
  if (kind === 'pdf') {
    const { readPdf } = await import('./kinds/pdf/read-pdf.ts')
    return { type: 'snapshot', snapshot: await readPdf({ bytes, url, signal }) }
  }
  if (kind === 'docx') {
    const { readDocx } = await import('./kinds/read-docx.ts')
    return { type: 'snapshot', snapshot: await readDocx({ bytes, url }) }
  }
  if (kind === 'epub') {
    const { readEpub } = await import('./kinds/read-epub.ts')
    return { type: 'snapshot', snapshot: readEpub({ bytes, url }) }
  }
  return null
}

function readAsText(kind: FileKind, document: SourceDocument): Reading {
  const { bytes, charset, url } = document
  const type = document.contentType ?? ''
  if (kind === 'feed' || type === 'application/feed+json')
    return { type: 'feed', feed: readFeed({ text: decodeText(bytes, charset), url }) }
  // Text of a kind that is none to read.
  if (kind === 'text' && /^(?:application|text)\/(?:(?:.*\+)?json|(?:x-)?javascript|css)$/.test(type))
    throw unsupported(document, `a file of the type ${type.slice(0, 80)}`)
  if (kind === 'protected office') throw guarded('Office document')
  if (kind !== 'text' && kind !== 'html' && !(kind === 'xml' && type === 'application/xhtml+xml'))
    throw unsupported(document, kind)
  const html =
    type === 'text/html' ||
    type === 'application/xhtml+xml' ||
    (kind === 'html' && type !== 'text/plain' && type !== 'text/markdown')
  const text = decodeText(bytes, charset)
  return { type: 'snapshot', snapshot: html ? readPage(text, url) : readWords(text, document) }
}

function readPage(html: string, url: string | null): Snapshot {
  const article = readHtml({ html, url })
  return readMediaPage({ html, url, article }) ?? article
}

function readWords(text: string, { url, name, contentType }: SourceDocument): Snapshot {
  const path = url === null ? (name ?? '') : new URL(url).pathname
  const markdown = contentType === 'text/markdown' || /\.(?:md|markdown|mdown|mkd)$/i.test(path)
  return { ...(markdown ? readMarkdown(text) : readText(text)), url }
}
