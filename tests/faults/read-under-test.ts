import { readDocument } from '#app/features/sources/read-document.ts'
import { readUrl } from '#app/features/sources/read-url.ts'
import { createSafeFetch } from '#app/integrations/safe-fetch/safe-fetch.ts'

/** How Threadr fetches and reads an address, as the worker does it but for local addresses: the one place to change. */
export function createReadUnderTest(): (url: string) => Promise<{ text: string }> {
  const fetchPage = createSafeFetch({ allowLocalAddresses: true })
  return async (url) => {
    const reading = await readUrl(url, { fetchPage, readDocument })
    return { text: reading.type === 'snapshot' ? reading.snapshot.text : '' }
  }
}
