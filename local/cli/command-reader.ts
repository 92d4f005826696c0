import { createReader, type Reader } from '#app/features/sources/reader/create-reader.ts'
import { minutes } from '#app/platform/durations.ts'

const thread = new URL('../../app/features/sources/reader/thread.ts', import.meta.url)

/** Reads documents for a command, in a thread as the service does; people may give their own computer more to read. */
export const createCommandReader = (): Reader =>
  createReader({ entry: thread, limitMs: minutes(1), memoryMb: 1_024 })
