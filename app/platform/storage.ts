/**
 * The one place for files: what people upload, and later cards and exports. Web and worker may be on two machines, so
 * a file travels by its key, never by a path.
 *
 * Keys are made by us and checked in one place (integrations/storage/storage-key.ts); a key must not also be the
 * beginning of another's path, which not every store allows. What a store can't do throws an AppError
 * `storage-unavailable` (503, worth another try); a key that is none `storage-key-invalid`; a file over the limit
 * `stored-file-too-large`.
 */
export type Storage = {
  /** Stores a whole file or nothing; replaces what the key held. Readers see the old one or the new one. */
  put(key: string, bytes: Uint8Array, options?: { contentType?: string }): Promise<void>
  /** The whole file, or null where there is none. */
  get(key: string): Promise<Uint8Array | null>
  /** Deletes a file; one that isn't there is fine. */
  delete(key: string): Promise<void>
  /**
   * Keys below a prefix (`uploads` means `uploads/…`) whose files were stored before a date, for sweeps: at most `most`
   * of them, in the order of the keys. What lies there under names that are no keys is left out.
   */
  listOlderThan(prefix: string, before: Date, most: number): Promise<string[]>
}
