import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { generationChannel } from './generation-channel.ts'
import { keptPlanSchema } from './key-points.ts'
import { lastGeneration } from './last-generation.ts'

/**
 * Lets a generation go on that waits for its owner, with what counts as the source's text now. One that waits no more
 * (a double click, a second tab) is left as it is. Throws an AppError for a thread that isn't the owner's.
 */
export async function continueGeneration(db: Db, owner: Owner, threadId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { last } = await lastGeneration(tx, owner, threadId)
    // A plan is gone on with by choosing from it.
    const plan = keptPlanSchema.safeParse(last.plan).data
    if (last.status !== 'waiting' || plan?.isChosen === false) return
    const { count } = await tx.generation.updateMany({
      where: { id: last.id, status: 'waiting' },
      data: { status: 'queued', reviewed: true, seq: { increment: 1 } },
    })
    // Stopped in the meantime.
    if (count === 0) return
    await tx.generationEvent.create({
      data: { generationId: last.id, run: last.run, seq: last.seq + 1, kind: 'reviewed', data: {} },
    })
    await enqueue(tx, 'generate_thread', { generationId: last.id })
    await tx.$queryRaw`select pg_notify(${generationChannel}, ${threadId})::text`
  })
}
