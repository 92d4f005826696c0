import type pg from 'pg'
import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { changeEntries } from './change-entries.ts'
import { ownerId } from './entry-conditions.ts'

/** How long a thread lies in the trash before it goes for good. */
export const trashDays = 30

/**
 * Puts an owner's threads into the trash. Answers how many, and when, which is also what undoes all of it at once;
 * null where none of them was an owner's outside the trash.
 */
export async function putInTrash(
  db: Db,
  owner: Owner,
  ids: readonly string[],
): Promise<{ count: number; at: Date | null }> {
  return changeEntries(db, owner, ids, async (tx, held) => {
    const moved = await tx.$queryRaw<{ at: Date }[]>`
      update library_entries set trashed_at = now() where thread_id = any(${held}::uuid[]) and trashed_at is null
      returning trashed_at as at`
    return { count: moved.length, at: moved[0]?.at ?? null }
  })
}

/** Takes threads out of the trash again. Returns how many were in it. */
export const restoreThreads = (db: Db, owner: Owner, ids: readonly string[]): Promise<number> =>
  changeEntries(
    db,
    owner,
    ids,
    (tx, held) => tx.$executeRaw`
      update library_entries set trashed_at = null where thread_id = any(${held}::uuid[]) and trashed_at is not null`,
  )

/** Takes out again what was put into the trash at one moment. Returns how many that were. */
export async function undoTrash(db: Db, owner: Owner, at: Date): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select thread_id as id from library_entries where owner = ${ownerId(owner)}::uuid and trashed_at = ${at}`
  return restoreThreads(
    db,
    owner,
    rows.map(({ id }) => id),
  )
}

/** Since when a thread lies in the trash; null for one that doesn't, or isn't the owner's. */
export async function trashedSince(pool: pg.Pool, owner: Owner, threadId: string): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>(
    'select trashed_at as at from library_entries where thread_id = $1 and owner = $2',
    [threadId, ownerId(owner)],
  )
  return rows[0]?.at ?? null
}
