import { countWords } from '#app/features/segmentation/count-words.ts'
import { AppError } from '#app/platform/errors.ts'
import type { ReadDocument, Reading } from './document.ts'
import { fileKind, textKinds } from './file-kind.ts'

const megabyte = 1024 * 1024
/** Bytes of a text file. A long novel is about half of it. */
export const largestTextFile = 2 * megabyte
/** Bytes of any other file, whose pictures and fonts come to more than its text. */
export const largestFile = 10 * megabyte

function refuse(code: string, message: string, status = 422): AppError {
  return new AppError(code, message, { status, field: 'source' })
}

/**
 * Makes sure that a file is neither empty nor too large. Throws `empty-source` and `source-too-large` (413; over 2 MiB of
 * text, over 10 MiB of anything else, or over `maxBytes`) for the field `source`.
 */
export function assertFileFits(bytes: Uint8Array, maxBytes?: number): void {
  if (bytes.length === 0)
    throw refuse('empty-source', 'This file is empty. Choose another, or paste the text instead.')
  const most = maxBytes ?? limitOf(bytes)
  if (bytes.length <= most) return
  throw refuse(
    'source-too-large',
    `This file is larger than ${Math.floor(most / megabyte)} MB, the most Threadr takes${most === largestTextFile ? ' of text' : ''}. Split it, or paste the part you want.`,
    413,
  )
}

function limitOf(bytes: Uint8Array): number {
  return textKinds.has(fileKind(bytes)) ? largestTextFile : largestFile
}

type FileToRead = {
  name: string
  bytes: Uint8Array
  /** More than usual for whoever reads a file of their own on their own computer. */
  maxBytes?: number
}

/**
 * Reads an uploaded file by its content. Throws the AppErrors of assertFileFits, `empty-source` where there is no text,
 * and those of the reader.
 */
export async function readFileSource(
  { name, bytes, maxBytes }: FileToRead,
  readDocument: ReadDocument,
): Promise<Reading> {
  assertFileFits(bytes, maxBytes)
  const reading = await readDocument({ bytes, name, url: null, contentType: null, charset: null })
  if (reading.type === 'snapshot' && countWords(reading.snapshot.text, 1) === 0)
    throw refuse('empty-source', 'No text was found in this file. Choose another, or paste the text instead.')
  return reading
}
