import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { readThread, type ThreadWithSource } from '../read-thread.ts'

/**
 * A thread that has something to take out, for its owner only. Throws AppErrors: `thread-not-found` (404), and
 * `nothing-written` (409) where it has no tweets yet.
 */
export async function readWrittenThread(db: Db, owner: Owner, threadId: string): Promise<ThreadWithSource> {
  const thread = await readThread(db, owner, threadId)
  if (thread.tweets.length === 0)
    throw new AppError('nothing-written', 'Nothing is written yet: come back when the thread is there.', {
      status: 409,
    })
  return thread
}
