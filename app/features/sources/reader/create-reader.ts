import { minutes, seconds } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import type { ReadDocument } from '../document.ts'
import { createThread, type ReadingThread, type ThreadOptions } from './reading-thread.ts'

export type Reader = { read: ReadDocument; close(): Promise<void> }

/**
 * Reads documents in threads of their own, each of which is ended at its limit, so that no page can block or blow up
 * the process. One document at a time a thread; further ones queue, and their limit begins when their turn comes.
 *
 * `entry` is the thread's file: thread.ts, or what it was built to. `limitMs` is for one document. `memoryMb` is for the
 * thread's long-lived objects, in mebibytes: 64 are enough for a book of 4 MB on one page, but near its limit V8 collects
 * garbage over and over, which made large pages take twice the CPU; 96 let the process grow by 150 at most.
 *
 * `read` leaves the caller's bytes as they are: one copy is made (1 ms for 5 MB) and moved to the thread. Beside what the
 * thread's reader throws it throws AppErrors `page-too-slow`, `page-too-complex`, `reader-busy` where the thread doesn't
 * start within a minute, the signal's reason, and `reader-closed` after `close`.
 */
export function createReader({
  entry,
  limitMs = seconds(10),
  memoryMb = 96,
  idleMs = minutes(1),
  threads = 1,
}: Pick<ThreadOptions, 'entry'> & Partial<ThreadOptions> & { threads?: number }): Reader {
  const all = Array.from({ length: threads }, () => createThread({ entry, limitMs, memoryMb, idleMs }))
  const free = [...all]
  const waiting: ((thread: ReadingThread) => void)[] = []
  const closing = new AbortController()

  function nextFree(signal: AbortSignal): Promise<ReadingThread> {
    const thread = free.pop()
    if (thread) return Promise.resolve(thread)
    return new Promise((resolve, reject) => {
      const take = (freed: ReadingThread) => {
        signal.removeEventListener('abort', giveUp)
        resolve(freed)
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(take), 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      waiting.push(take)
    })
  }

  return {
    async read(document, options = {}) {
      const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal
      signal.throwIfAborted()
      const thread = await nextFree(signal)
      try {
        return await thread.read(document, signal)
      } finally {
        const next = waiting.shift()
        if (next) next(thread)
        // The one that has just worked is taken next, so that the others can end.
        else free.push(thread)
      }
    },
    async close() {
      closing.abort(
        new AppError('reader-closed', 'Threadr is stopping and reads nothing more. Try again in a minute.', {
          status: 503,
          retryable: true,
          level: 'info',
        }),
      )
      await Promise.all(all.map((thread) => thread.stop()))
    },
  }
}
