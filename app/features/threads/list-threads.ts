import type pg from 'pg'
import type { Owner } from '#app/platform/owner.ts'
import { everything } from './library/entry-conditions.ts'
import { listLibrary } from './library/list-library.ts'
import type { ThreadRow } from './thread-row.ts'

/**
 * An owner's threads, newest first, or those in the trash, what was put there last first. `after` is the `next` of the
 * page before.
 */
export async function listThreads(
  pool: pg.Pool,
  owner: Owner,
  page: { size: number; after?: string | undefined; trash?: boolean },
): Promise<{ rows: (ThreadRow & { trashedAt: string | null })[]; next: string | null }> {
  const { size, after = null, trash = false } = page
  const wish = { ...everything, trash, sort: 'newest', size, after, before: null } as const
  const { rows, next } = await listLibrary(pool, owner, wish)
  return {
    rows: rows.map(({ id, title, firstTweet, tweetCount, status, createdAt, trashedAt }) => ({
      id,
      title,
      firstTweet,
      tweetCount,
      status,
      createdAt,
      trashedAt,
    })),
    next,
  }
}
