import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'
import { ownerId } from './entry-conditions.ts'

/** One page of the library at most; more than anybody ticks. */
export const mostAtOnce = 100

/**
 * Changes entries of an owner's threads in a transaction: `change` gets the ids of those that are theirs, held in order,
 * so that two changes at once wait for each other instead of in a circle.
 */
export function changeEntries<Answer>(
  db: Db,
  owner: Owner,
  ids: readonly string[],
  change: (tx: Tx, held: string[]) => Promise<Answer>,
): Promise<Answer> {
  return inRetriedTransaction(db, async (tx) => {
    const held = await tx.$queryRaw<{ id: string }[]>`
      select thread_id as id from library_entries
      where owner = ${ownerId(owner)}::uuid and thread_id = any(${ids.slice(0, mostAtOnce)}::uuid[])
      order by thread_id for no key update`
    return change(
      tx,
      held.map(({ id }) => id),
    )
  })
}
