import { redirect } from '@remix-run/node'
import type pg from 'pg'
import { z } from 'zod'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { deleteFromTrash, trashThreads } from '#app/features/generation/trash-threads.ts'
import { starThreads } from '#app/features/threads/library/star-threads.ts'
import { restoreThreads } from '#app/features/threads/library/trash.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#app/platform/db.server.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { withDone } from '../threads._index/done.ts'

export const libraryDeedSchema = z.object({
  intent: z.enum(['star', 'unstar', 'trash', 'restore', 'delete-for-good']),
})
type LibraryDeed = z.infer<typeof libraryDeedSchema>

/** What a thread's page does as the library does it to several. One that isn't the owner's is not found. */
export async function answerLibraryDeed(
  { prisma, pool, origin }: { prisma: Db; pool: pg.Pool; origin: Origin },
  owner: Owner,
  threadId: string,
  { intent }: LibraryDeed,
) {
  const ids = [threadId]
  const found = (count: number) => (count === 0 ? throwAsResponse(threadNotFound()) : count)
  switch (intent) {
    case 'trash': {
      const { at, count } = await trashThreads({ prisma, pool }, owner, ids)
      found(count)
      const done = { deed: 'trashed', count, at: at?.toISOString() ?? null } as const
      return redirect(withDone(paths.threads(), done))
    }
    case 'delete-for-good': {
      const count = found(await deleteFromTrash(prisma, owner, { ids, origin }))
      return redirect(withDone(`${paths.threads()}?trash=1`, { deed: 'deleted', count, at: null }))
    }
    case 'restore':
      found(await restoreThreads(prisma, owner, ids))
      break
    default:
      found(await starThreads(prisma, owner, { ids, isStarred: intent === 'star' }))
  }
  return redirect(paths.thread(threadId))
}
