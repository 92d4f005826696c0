import type pg from 'pg'
import type { Notifications } from '#app/platform/notifications.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { GenerationView } from './progress.ts'
import { readGeneration } from './read-generation.ts'

/**
 * The newest generation of a thread, as soon as it is past the `seq` that was seen, else after `timeoutMs` as it is. Null
 * where the owner has no such thread. Ends early when one of the signals aborts.
 */
export async function awaitChange(
  { pool, notifications }: { pool: pg.Pool; notifications: Notifications },
  owner: Owner,
  threadId: string,
  seenSeq: number,
  {
    timeoutMs,
    signals,
    beforeWait,
  }: {
    timeoutMs: number
    signals: AbortSignal[]
    /** Done once, where there is nothing new yet and the generation has not ended. */
    beforeWait?: (() => Promise<void>) | undefined
  },
): Promise<GenerationView | null> {
  const deadline = Date.now() + timeoutMs
  let waited = false
  for (;;) {
    // Listening begins before the read, so that a change between it and the wait isn't missed. The wait itself is made
    // only where there is nothing new: most answers are given at once.
    let changed = false
    const stopListening = notifications.listen(threadId, () => {
      changed = true
    })
    try {
      const view = await readGeneration(pool, owner, threadId)
      const isOver = deadline <= Date.now() || signals.some(({ aborted }) => aborted)
      if (view === null || view.seq !== seenSeq || isOver) return view
      if (!waited) await beforeWait?.()
      waited = true
    } finally {
      stopListening()
    }
    const left = deadline - Date.now()
    if (!changed) await notifications.wait(threadId, { timeoutMs: left, signal: AbortSignal.any(signals) })
  }
}
