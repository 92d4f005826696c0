import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { compareTexts, type PassageChange } from './compare-texts.ts'
import { type SnapshotReason, snapshotOf } from './snapshot-record.ts'
import { readSource, type StoredSource } from './source-record.ts'

/** Of an owner's own making, so that there are hardly ever more. */
const mostVersions = 50

type SourceVersion = { id: string; number: number; reason: SnapshotReason; at: Date; present: boolean }

export type LastReread =
  | { state: 'at work' }
  | { state: 'failed'; message: string; at: Date }
  | { state: 'unchanged'; at: Date }
  /** The page is another than what counts, which its owner has yet to choose between. */
  | { state: 'changed'; at: Date; snapshotId: string; changes: PassageChange[] }

export type SourcePageData = {
  source: StoredSource
  versions: SourceVersion[]
  /** What came of the newest wish to fetch it again; null where there was none, or the owner has chosen since. */
  lastReread: LastReread | null
}

/** All that the page of a source shows, for its owner only. Throws `source-not-found` (404). */
export async function readSourcePage(db: Db, owner: Owner, sourceId: string): Promise<SourcePageData> {
  const own = await db.source.findFirst({
    where: { id: sourceId, ...ownerColumns(owner) },
    select: {
      snapshots: {
        select: { id: true, number: true, reason: true, createdAt: true },
        orderBy: { number: 'desc' },
        take: mostVersions,
      },
      rereads: { orderBy: { id: 'desc' }, take: 1 },
    },
  })
  const source = own && (await readSource(db, sourceId))
  if (!own || !source)
    throw new AppError('source-not-found', 'There is no such source here.', { status: 404 })
  const [reread] = own.rereads
  return {
    source,
    versions: own.snapshots.map(({ id, number, reason, createdAt }) => ({
      id,
      number,
      reason,
      at: createdAt,
      present: id === source.snapshot?.id,
    })),
    lastReread: reread ? await outcomeOf(db, source, reread) : null,
  }
}

type RereadRow = {
  createdAt: Date
  finishedAt: Date | null
  errorMessage: string | null
  snapshotId: string | null
}

async function outcomeOf(db: Db, source: StoredSource, reread: RereadRow): Promise<LastReread | null> {
  if (!reread.finishedAt) return { state: 'at work' }
  const at = reread.finishedAt
  if (reread.errorMessage !== null) return { state: 'failed', message: reread.errorMessage, at }
  if (reread.snapshotId === null) return { state: 'unchanged', at }
  const row = await db.snapshot.findUnique({ where: { id: reread.snapshotId } })
  const { snapshot } = source
  if (!row || !snapshot || snapshot.id === row.id) return null
  const fresh = snapshotOf(row)
  return { state: 'changed', at, snapshotId: fresh.id, changes: compareTexts(snapshot.text, fresh.text) }
}
