import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { revisionNotFound } from './read-revision.ts'

/** In characters. */
const longestName = 80

/**
 * Gives a saved state a name, by which it stays in the history by itself; an empty one takes the name away. Throws
 * `revision-not-found` (404) and `name-too-long` (422, for the field `name`).
 */
export async function nameRevision(
  db: Db,
  owner: Owner,
  { threadId, version }: { threadId: string; version: number },
  written: string,
): Promise<void> {
  const name = written.trim().replace(/\s+/g, ' ')
  if (name.length > longestName)
    throw new AppError('name-too-long', `Use at most ${longestName} characters.`, {
      status: 422,
      field: 'name',
    })
  const { count } = await db.revision.updateMany({
    where: { threadId, version, thread: ownerColumns(owner) },
    data: { name: name === '' ? null : name },
  })
  if (count === 0) throw revisionNotFound()
}
