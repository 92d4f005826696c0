import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Storage } from '#app/platform/storage.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import type { UploadedSource } from './keep-source.ts'

const workersKinds: ReadonlySet<FileKind> = new Set(['html', 'feed', 'pdf', 'docx', 'epub'])

/** Whether a file takes so long to read that the web process must leave it to a worker. */
export const isForWorkers = (bytes: Uint8Array) => workersKinds.has(fileKind(bytes))

/** Where uploads lie in the storage. */
export const uploadsPrefix = 'uploads'

/**
 * Puts a file where a worker will find it, on whichever machine. It lies there until a sweep takes it, read or not.
 * Throws AppErrors of the storage.
 */
export async function storeUpload(
  storage: Storage,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<UploadedSource> {
  const storageKey = `${uploadsPrefix}/${uuidv7()}`
  await storage.put(storageKey, bytes)
  const bytesHash = createHash('sha256').update(bytes).digest('hex')
  return { origin: 'file', fileName, bytesHash, storageKey }
}
