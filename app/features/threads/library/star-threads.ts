import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { changeEntries } from './change-entries.ts'

/** Stars an owner's threads, or takes their stars away; those that aren't theirs stay as they are. Returns how many were. */
export const starThreads = (
  db: Db,
  owner: Owner,
  { ids, isStarred }: { ids: readonly string[]; isStarred: boolean },
): Promise<number> =>
  changeEntries(
    db,
    owner,
    ids,
    (tx, held) =>
      tx.$executeRaw`update library_entries set is_starred = ${isStarred} where thread_id = any(${held}::uuid[])`,
  )
