import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { lockedSource } from './keep-reading.ts'

/**
 * Makes one of a source's snapshots the one that counts, which also answers what became of fetching it again. The caller has made sure that the source is the person's.
 * Throws `snapshot-not-found` (404) for one that isn't the source's.
 */
export async function useSnapshot(db: Db, sourceId: string, snapshotId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockedSource(tx, sourceId)
    const snapshot = await tx.snapshot.findFirst({
      where: { id: snapshotId, sourceId },
      select: { id: true },
    })
    if (!snapshot)
      throw new AppError('snapshot-not-found', 'There is no such version of this source.', { status: 404 })
    await tx.source.update({ where: { id: sourceId }, data: { snapshotId } })
    await tx.reread.deleteMany({ where: { sourceId, finishedAt: { not: null } } })
  })
}
