import { days } from '#app/platform/durations.ts'
import type { Storage } from '#app/platform/storage.ts'
import { uploadsPrefix } from './store-upload.ts'

/** Long enough for every try that a generation is given, and for a person to try again the next day. */
const keptFor = days(2)
const mostAtOnce = 1_000

/** Deletes uploads that are over two days old, whether they were ever read or not. Returns how many. */
export async function sweepUploads(storage: Storage, now = new Date()): Promise<number> {
  const old = await storage.listOlderThan(uploadsPrefix, new Date(now.getTime() - keptFor), mostAtOnce)
  for (const key of old) await storage.delete(key)
  return old.length
}
