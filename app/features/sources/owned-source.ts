import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'

/** Makes sure that a source is its owner's; for anybody else it does not exist. Throws `source-not-found` (404). */
export async function assertOwnSource(db: Db | Tx, owner: Owner, sourceId: string): Promise<void> {
  const own = await db.source.findFirst({
    where: { id: sourceId, ...ownerColumns(owner) },
    select: { id: true },
  })
  if (!own) throw new AppError('source-not-found', 'There is no such source here.', { status: 404 })
}
