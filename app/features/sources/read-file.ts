import { AppError } from '#app/platform/errors.ts'
import { decodeText } from './decode.ts'
import { fileKind } from './file-kind.ts'
import { countWords } from './parse-input.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import type { Snapshot } from './snapshot.ts'

/** Bytes of a text file. A long novel is about half of it. */
export const largestTextFile = 2 * 1024 * 1024

function refuse(code: string, message: string, status = 422): AppError {
  return new AppError(code, message, { status, field: 'source' })
}

const names = {
  pdf: 'a PDF',
  zip: 'a ZIP archive or an office document',
  image: 'an image',
  'audio or video': 'audio or video',
  xml: 'XML',
  binary: 'no text',
} as const

/**
 * Reads an uploaded file by its content; its name only tells Markdown from plain text where the content leaves that
 * open. Throws AppErrors for the field `source`: `source-too-large` (413; over 2 MiB, or `maxBytes`), `unsupported-file`,
 * `empty-source`, `page-too-deep` and `page-too-complex`.
 */
export async function readFileSource({
  name,
  bytes,
  maxBytes = largestTextFile,
}: {
  name: string
  bytes: Uint8Array
  /** More than usual for whoever reads a file of their own on their own computer. */
  maxBytes?: number
}): Promise<Snapshot> {
  if (bytes.length === 0)
    throw refuse('empty-source', 'This file is empty. Choose another, or paste the text instead.')
  const kind = fileKind(bytes)
  if (kind !== 'text' && kind !== 'html') {
    throw refuse(
      'unsupported-file',
      `This file is ${names[kind]}. Threadr takes text, Markdown and HTML files (.txt, .md, .html); paste the text instead.`,
    )
  }
  if (bytes.length > maxBytes) {
    throw refuse(
      'source-too-large',
      'This file is larger than 2 MB, the most Threadr takes. Split it, or paste the part you want.',
      413,
    )
  }
  const text = decodeText(bytes)
  const snapshot =
    kind === 'html'
      ? readHtml({ html: text, url: null })
      : /\.(?:md|markdown|mdown|mkd)$/i.test(name)
        ? readMarkdown(text)
        : readText(text)
  if (countWords(snapshot.text, 1) === 0) {
    throw refuse('empty-source', 'No text was found in this file. Choose another, or paste the text instead.')
  }
  return snapshot
}
