import { AppError } from '#app/platform/errors.ts'
import type { ReadDocument, Reading } from './document.ts'
import { readFileSource } from './read-file.ts'
import { type FetchPage, readUrl } from './read-url.ts'
import { assertWithinLimits } from './source-limits.ts'
import type { StoredSource } from './source-record.ts'

/**
 * Gets at what a source names and reads it. `reading` is told when the bytes are there and their reading begins. Throws
 * AppErrors.
 */
export type OpenSource = (
  source: Pick<StoredSource, 'url' | 'fileName' | 'storageKey'>,
  options: { signal: AbortSignal; reading(): void },
) => Promise<Reading>

export function createOpenSource(deps: {
  fetchPage: FetchPage
  readDocument: ReadDocument
  storage: { get(key: string): Promise<Uint8Array | null> }
}): OpenSource {
  return async ({ url, fileName, storageKey }, { signal, reading }) => {
    const readDocument: ReadDocument = async (document) => {
      reading()
      signal.throwIfAborted()
      return deps.readDocument(document, { signal })
    }
    if (url !== null) return readUrl(url, { fetchPage: deps.fetchPage, readDocument, signal })
    const bytes = storageKey === null ? null : await deps.storage.get(storageKey)
    if (!bytes)
      throw new AppError(
        'upload-gone',
        'The file is no longer here: uploads are kept until they are read, for two days at most. Choose it again.',
        { status: 410 },
      )
    const read = await readFileSource({ name: fileName ?? '', bytes }, readDocument)
    if (read.type === 'snapshot') assertWithinLimits(read.snapshot)
    return read
  }
}
