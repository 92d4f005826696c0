import { AppError } from '#app/platform/errors.ts'
import type { ReadDocument, Reading } from './document.ts'
import { countWords } from './parse-input.ts'

/** Bytes of a text file. A long novel is about half of it. */
export const largestTextFile = 2 * 1024 * 1024

function refuse(code: string, message: string, status = 422): AppError {
  return new AppError(code, message, { status, field: 'source' })
}

/**
 * Reads an uploaded file by its content. Throws AppErrors for the field `source`: `source-too-large` (413; over 2 MiB,
 * or `maxBytes`), `empty-source`, and those of the reader.
 */
export async function readFileSource(
  {
    name,
    bytes,
    maxBytes = largestTextFile,
  }: {
    name: string
    bytes: Uint8Array
    /** More than usual for whoever reads a file of their own on their own computer. */
    maxBytes?: number
  },
  readDocument: ReadDocument,
): Promise<Reading> {
  if (bytes.length === 0)
    throw refuse('empty-source', 'This file is empty. Choose another, or paste the text instead.')
  if (bytes.length > maxBytes) {
    throw refuse(
      'source-too-large',
      'This file is larger than 2 MB, the most Threadr takes. Split it, or paste the part you want.',
      413,
    )
  }
  const reading = await readDocument({ bytes, name, url: null, contentType: null, charset: null })
  if (reading.type === 'snapshot' && countWords(reading.snapshot.text, 1) === 0)
    throw refuse('empty-source', 'No text was found in this file. Choose another, or paste the text instead.')
  return reading
}
