import { readUrl } from '#app/features/sources/read-url.ts'
import { createReader } from '#app/features/sources/reader/create-reader.ts'
import { createSafeFetch } from '#app/integrations/safe-fetch/safe-fetch.ts'

/** How Threadr fetches and reads an address, as the worker does it but for local addresses: the one place to change. */
export function createReadUnderTest(): (url: string) => Promise<{ text: string }> {
  const fetchPage = createSafeFetch({ allowLocalAddresses: true })
  const reader = createReader({
    entry: new URL('../../app/features/sources/reader/thread.ts', import.meta.url),
  })
  return async (url) => {
    const reading = await readUrl(url, { fetchPage, readDocument: reader.read })
    return { text: reading.type === 'snapshot' ? reading.snapshot.text : '' }
  }
}
