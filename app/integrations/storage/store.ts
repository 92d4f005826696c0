import type { Storage } from '#app/platform/storage.ts'

/** What each kind of storage does with keys, prefixes (which end in a slash) and content types that were checked. */
export type Store = Omit<Storage, 'put'> & {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
}
