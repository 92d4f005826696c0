import type { Tx } from '#app/platform/db.server.ts'
import { freshForMs } from './freshness.ts'
import { snapshotColumns, snapshotOf } from './snapshot-record.ts'

/**
 * What a public page held when anybody's submission read it within the day, as columns of a snapshot; null where nobody
 * did. Only texts that came from the address itself are shared, never what a person typed, uploaded or put right.
 */
export async function sharedSnapshot(tx: Tx, publicKey: string) {
  const row = await tx.snapshot.findFirst({
    where: {
      publicKey,
      readAt: { gt: new Date(Date.now() - freshForMs) },
      // A wall may be gone for the next who asks.
      OR: [{ doubt: null }, { doubt: { in: ['only-description', 'scanned-pages'] } }],
    },
    orderBy: { readAt: 'desc' },
  })
  return row && { ...snapshotColumns(snapshotOf(row)), publicKey, readAt: row.readAt }
}
