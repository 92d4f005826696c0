import { retakeQuota } from '#app/features/billing/take-quota.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { keptPlanSchema } from './key-points.ts'
import { lastGeneration } from './last-generation.ts'
import { startGeneration } from './submit-thread.ts'
import type { WriterName } from './writer-names.ts'

/**
 * Writes a thread once more with the options of the last attempt: after one that failed or was cancelled, or over one
 * that is ready where `over` says so, which stands until the new one is ready. `writer` asks for another writer than the
 * last attempt did. A thread whose charge was given back is charged again. Where one is waiting or at work (a
 * double click, a second tab) that one goes on and nothing is added. Throws an AppError for a thread that isn't the
 * owner's or is ready, and where nothing is left of the owner's plan.
 */
export async function retryGeneration(
  db: Db,
  owner: Owner,
  threadId: string,
  { over = false, writer }: { over?: boolean; writer?: WriterName } = {},
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { thread, last, options } = await lastGeneration(tx, owner, threadId)
    if (last.status === 'queued' || last.status === 'running' || last.status === 'waiting') return
    if (last.status === 'ready' && !over) {
      throw new AppError('already-ready', 'This thread is written already.', { status: 409 })
    }
    await retakeQuota(tx, owner, threadId)
    const plan = keptPlanSchema.safeParse(last.plan).data
    await startGeneration(tx, {
      threadId,
      sourceId: thread.sourceId,
      options,
      writer: writer ?? last.wantedWriter,
      lane: 'service',
      // Who has it written again from another text has seen that text.
      reviewed: last.reviewed || last.status === 'ready',
      seqBefore: last.seq,
      // Who wanted another one before, and did not get it, still does.
      afresh: last.status === 'ready' || last.afresh,
      // What was chosen of a plan need not be chosen again for a thread that did not come.
      plan: last.status !== 'ready' && plan?.isChosen ? plan : null,
    })
  })
}
