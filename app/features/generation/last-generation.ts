import { threadInTrash, threadNotFound } from '#app/features/threads/thread-not-found.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { generationOptionsSchema } from './options.ts'

/**
 * An owner's thread with its newest generation, locked: two who change it at once come one after the other, and the
 * second sees what the first has done. Throws an AppError for a thread that isn't the owner's.
 */
export async function lastGeneration(tx: Tx, owner: Owner, threadId: string) {
  await tx.$queryRaw`select id from threads where id = ${threadId}::uuid for update`
  const thread = await tx.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    select: {
      sourceId: true,
      entry: { select: { trashedAt: true } },
      generations: { orderBy: { id: 'desc' }, take: 1 },
    },
  })
  const last = thread?.generations[0]
  if (!thread || !last) throw threadNotFound()
  if (thread.entry?.trashedAt) throw threadInTrash()
  return { thread, last, options: generationOptionsSchema.parse(last.options) }
}
