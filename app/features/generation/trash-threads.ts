import type pg from 'pg'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { putInTrash, trashDays } from '#app/features/threads/library/trash.ts'
import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerOf } from '#app/platform/owner.ts'
import { cancelGeneration } from './cancel-generation.ts'
import { deleteThread } from './delete-thread.ts'

/** In one run of the sweep, as each is a transaction of its own. */
const mostSwept = 500

/**
 * Puts an owner's threads into the trash, where they lie for 30 days; what is being written of them stops. Answers how
 * many, and the moment, which undoes it (`undoTrash`); null where nothing was moved.
 */
export async function trashThreads(
  { prisma, pool }: { prisma: Db; pool: pg.Pool },
  owner: Owner,
  ids: readonly string[],
): Promise<{ count: number; at: Date | null }> {
  const moved = await putInTrash(prisma, owner, ids)
  if (moved.at) for (const id of ids) await cancelGeneration(pool, owner, id)
  return moved
}

/** Deletes threads for good that lie in the trash; others, and others', stay. Returns how many. */
export async function deleteFromTrash(
  db: Db,
  owner: Owner,
  { ids, origin }: { ids: readonly string[]; origin: Origin | null },
  inTrashSince = new Date(),
): Promise<number> {
  let deleted = 0
  for (const threadId of ids) {
    try {
      await deleteThread(db, owner, { threadId, inTrashSince, origin })
      deleted += 1
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'thread-not-found')) throw error
    }
  }
  return deleted
}

/** Deletes for good what has lain in the trash for 30 days, 500 threads at most. Returns how many. */
export async function sweepTrash(db: Db, now = new Date()): Promise<number> {
  const over = new Date(now.getTime() - days(trashDays))
  const due = await db.libraryEntry.findMany({
    where: { trashedAt: { lte: over } },
    select: { threadId: true, thread: { select: { userId: true, visitorId: true } } },
    orderBy: { trashedAt: 'asc' },
    take: mostSwept,
  })
  let deleted = 0
  for (const { threadId, thread } of due) {
    const owner = ownerOf(thread)
    if (owner) deleted += await deleteFromTrash(db, owner, { ids: [threadId], origin: null }, over)
  }
  return deleted
}
