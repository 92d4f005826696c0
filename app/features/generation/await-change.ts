import type pg from 'pg'
import type { Notifications } from '#app/platform/notifications.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { GenerationView } from './progress.ts'
import { readGeneration } from './read-generation.ts'

/**
 * The newest generation of a thread, as soon as it is past the `seq` that was seen, else after `timeoutMs` as it is. Null
 * where the owner has no such thread. Ends early on abort.
 */
export async function awaitChange(
  { pool, notifications }: { pool: pg.Pool; notifications: Notifications },
  owner: Owner,
  threadId: string,
  seenSeq: number,
  options: { timeoutMs: number; signal: AbortSignal },
): Promise<GenerationView | null> {
  const deadline = Date.now() + options.timeoutMs
  for (;;) {
    // The wait begins before the read, so that a change between the two ends it.
    const left = Math.max(0, deadline - Date.now())
    const stopWaiting = new AbortController()
    const change = notifications.wait(threadId, {
      timeoutMs: left,
      signal: AbortSignal.any([options.signal, stopWaiting.signal]),
    })
    const view = await readGeneration(pool, owner, threadId).catch((error: unknown) => {
      stopWaiting.abort()
      throw error
    })
    const changed = view === null || view.seq !== seenSeq
    if (changed || left === 0 || options.signal.aborted) {
      stopWaiting.abort()
      return view
    }
    await change
  }
}
