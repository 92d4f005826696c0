import type { z } from 'zod'
import type { Storage } from '#app/platform/storage.ts'
import type { StorageSettings } from '#app/platform/storage-settings.ts'
import { keyInvalid, storedFileTooLarge } from './failures.ts'
import { createFolderStore } from './local-folder.ts'
import { createS3Store } from './s3.ts'
import type { S3Options } from './s3-request.ts'
import { contentTypeSchema, storageKeySchema, storagePrefixSchema } from './storage-key.ts'

type StorageOptions = S3Options & {
  /** The largest file that is stored, and the most that is read of one that somebody else put there. */
  maxBytes?: number
}

/** The storage that the environment describes. Nothing is connected to, or made, before it is used. */
export function createStorage(settings: StorageSettings, options: StorageOptions = {}): Storage {
  const { maxBytes = 50 * 1024 * 1024, ...s3 } = options
  const store =
    settings.kind === 'folder'
      ? createFolderStore(settings.folder, maxBytes)
      : createS3Store(settings, maxBytes, s3)
  return {
    async put(key, bytes, { contentType = '' } = {}) {
      if (bytes.byteLength > maxBytes) throw storedFileTooLarge(maxBytes)
      await store.put(checked(storageKeySchema, key), bytes, contentTypeSchema.parse(contentType))
    },
    get: async (key) => store.get(checked(storageKeySchema, key)),
    delete: async (key) => store.delete(checked(storageKeySchema, key)),
    listOlderThan: async (prefix, before, most) =>
      store.listOlderThan(checked(storagePrefixSchema, prefix), before, most),
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: string): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw keyInvalid()
  return parsed.data
}
