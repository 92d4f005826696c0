import { type Owner, ownerColumns } from '#app/features/threads/owner.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { generationOptionsSchema } from './options.ts'
import { startGeneration } from './submit-thread.ts'

/**
 * Tries again with the options of the last attempt, after one that failed or was cancelled. Where one is waiting or at
 * work (a double click, a second tab) that one goes on and nothing is added. Throws an AppError for a thread that
 * isn't the owner's, or is ready.
 */
export async function retryGeneration(db: Db, owner: Owner, threadId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    // Two who try again at once come one after the other, and the second sees what the first has started.
    await tx.$queryRaw`select id from threads where id = ${threadId}::uuid for update`
    const thread = await tx.thread.findFirst({
      where: { id: threadId, ...ownerColumns(owner) },
      select: {
        source: { select: { readAt: true } },
        generations: { orderBy: { id: 'desc' }, take: 1 },
      },
    })
    const last = thread?.generations[0]
    if (!thread || !last) {
      throw new AppError('thread-not-found', 'There is no such thread here.', { status: 404 })
    }
    if (last.status === 'queued' || last.status === 'running') return
    if (last.status === 'ready') {
      throw new AppError('already-ready', 'This thread is written already.', { status: 409 })
    }
    await startGeneration(tx, {
      threadId,
      needsFetching: thread.source.readAt === null,
      options: generationOptionsSchema.parse(last.options),
      writer: last.wantedWriter,
      lane: 'service',
      seqBefore: last.seq,
    })
  })
}
