import { v7 as uuidv7 } from 'uuid'
import { type Db, Prisma, type Tx } from '#app/platform/db.server.ts'
import { isToBeRead } from './freshness.ts'
import { normalizeUrl } from './normalize-url.ts'
import type { Snapshot } from './snapshot.ts'
import { type StoredSnapshot, snapshotColumns, snapshotOf } from './snapshot-record.ts'

/**
 * Keeps what a worker has read of a source, and gives what counts from then on. Where somebody has read it meanwhile,
 * theirs stays, also when a run that was paused comes later with another. The same text again is no new snapshot, and
 * another address of a page that its owner has already, with the same text, becomes that one: its threads move there.
 */
export async function keepReading(
  db: Db,
  sourceId: string,
  read: Snapshot,
): Promise<{ sourceId: string; snapshot: StoredSnapshot }> {
  return db.$transaction(async (tx) => {
    const source = await lockedSource(tx, sourceId)
    if (source.snapshot && !(await isToBeRead(tx, sourceId)))
      return { sourceId, snapshot: snapshotOf(source.snapshot) }
    const same = source.snapshot ? null : await sameElsewhere(tx, source, read)
    if (same) {
      await tx.thread.updateMany({ where: { sourceId }, data: { sourceId: same.id } })
      await tx.source.delete({ where: { id: sourceId } })
      return { sourceId: same.id, snapshot: same.snapshot }
    }
    const { snapshot, isNew } = await addSnapshot(tx, source, read, source.snapshot ? 'reread' : 'read')
    if (source.snapshot && !isNew && snapshot.id !== source.snapshot.id) {
      // Its owner has seen this text and chosen another, which counts for another day.
      const kept = { where: { id: source.snapshot.id }, data: { readAt: snapshot.readAt } }
      return { sourceId, snapshot: snapshotOf(await tx.snapshot.update(kept)) }
    }
    await tx.source.update({
      where: { id: sourceId },
      data: { snapshotId: snapshot.id, storageKey: null, feed: Prisma.DbNull },
    })
    return { sourceId, snapshot }
  })
}

/** Who works on one source's snapshots at once comes one after the other. */
export async function lockedSource(tx: Tx, sourceId: string) {
  await tx.$queryRaw`select id from sources where id = ${sourceId}::uuid for update`
  return tx.source.findUniqueOrThrow({ where: { id: sourceId }, include: { snapshot: true } })
}

async function sameElsewhere(
  tx: Tx,
  { id, userId, visitorId }: { id: string; userId: string | null; visitorId: string | null },
  { url, contentHash }: Snapshot,
) {
  if (url === null) return null
  const same = await tx.source.findFirst({
    where: { userId, visitorId, id: { not: id }, origin: 'url', snapshot: { finalUrl: url, contentHash } },
    include: { snapshot: true },
  })
  return same?.snapshot ? { id: same.id, snapshot: snapshotOf(same.snapshot) } : null
}

/**
 * Adds a snapshot to a source, whose row the caller has locked, without making it the present one. Where the newest
 * reading of the source has the same text, that one is marked as read now and given instead.
 */
export async function addSnapshot(
  tx: Tx,
  source: { id: string; url: string | null; key: string },
  read: Snapshot,
  reason: 'read' | 'reread',
): Promise<{ snapshot: StoredSnapshot; isNew: boolean }> {
  const readAt = new Date()
  const newest = await tx.snapshot.findFirst({
    where: { sourceId: source.id, reason: { not: 'corrected' } },
    orderBy: { number: 'desc' },
  })
  if (newest && newest.contentHash === read.contentHash) {
    const marked = await tx.snapshot.update({ where: { id: newest.id }, data: { readAt } })
    return { snapshot: snapshotOf(marked), isNew: false }
  }
  const added = await tx.snapshot.create({
    data: {
      ...snapshotColumns(read),
      id: uuidv7(),
      sourceId: source.id,
      number: await nextNumber(tx, source.id),
      reason,
      publicKey: source.url !== null && isPlain(source.url) ? source.key : null,
      readAt,
    },
  })
  return { snapshot: snapshotOf(added), isNew: true }
}

/**
 * Whether an address holds nothing that may say who follows it, so that what stands there may be shared: a newsletter's
 * link greets its reader by name.
 */
function isPlain(url: string): boolean {
  const withoutFragment = new URL(url)
  withoutFragment.hash = ''
  return withoutFragment.href === normalizeUrl(url)
}

export async function nextNumber(tx: Tx, sourceId: string): Promise<number> {
  const { _max } = await tx.snapshot.aggregate({ where: { sourceId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}
