import { AppError } from '#app/platform/errors.ts'
import { decodeText } from './decode.ts'
import type { ReadDocument, SourceDocument } from './document.ts'
import { fileKind } from './file-kind.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import type { Snapshot } from './snapshot.ts'

const kindNames = {
  pdf: 'a PDF',
  zip: 'a ZIP archive or an office document',
  image: 'an image',
  'audio or video': 'audio or video',
  xml: 'XML that is no article',
  binary: 'a file without readable text',
} as const

/**
 * Reads a document by its content; names and declared types only decide where the content leaves that open. Blocks
 * while it works. Throws AppErrors for the field `source`: `unsupported-document`, and those of the kind's reader. A
 * text without words is no error here: the caller decides what is enough.
 */
export const readDocument: ReadDocument = async (document) => {
  const kind = fileKind(document.bytes)
  const type = document.contentType ?? ''
  // Text of a kind that is none to read.
  if (kind === 'text' && /^(?:application|text)\/(?:(?:.*\+)?json|(?:x-)?javascript|css)$/.test(type))
    throw unsupported(document, `a file of the type ${type.slice(0, 80)}`)
  if (kind === 'text' || kind === 'html' || (kind === 'xml' && type === 'application/xhtml+xml')) {
    const html =
      type === 'text/html' ||
      type === 'application/xhtml+xml' ||
      (kind === 'html' && type !== 'text/plain' && type !== 'text/markdown')
    return { type: 'snapshot', snapshot: readAsText(document, html) }
  }
  throw unsupported(document, kindNames[kind])
}

function readAsText({ bytes, charset, url, name, contentType }: SourceDocument, html: boolean): Snapshot {
  const text = decodeText(bytes, charset)
  if (html) return readHtml({ html: text, url })
  const path = url === null ? (name ?? '') : new URL(url).pathname
  const markdown = contentType === 'text/markdown' || /\.(?:md|markdown|mdown|mkd)$/i.test(path)
  return { ...(markdown ? readMarkdown(text) : readText(text)), url }
}

function unsupported({ url }: SourceDocument, what: string): AppError {
  return new AppError(
    'unsupported-document',
    url === null
      ? `This file is ${what}. Threadr takes text, Markdown and HTML files (.txt, .md, .html); paste the text instead.`
      : `This address holds ${what}, which Threadr doesn't read. Use the address of an article, or paste its text instead.`,
    { status: 422, field: 'source' },
  )
}
