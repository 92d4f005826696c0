import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { lockedSource } from './keep-reading.ts'
import { sharedSnapshot } from './shared-snapshot.ts'
import type { Snapshot } from './snapshot.ts'
import { snapshotColumns } from './snapshot-record.ts'
import { keyOfFile, keyOfText, keyOfUrl } from './source-key.ts'

/** What has been read when it is submitted. */
export type ReadSource =
  | { origin: 'text'; snapshot: Snapshot }
  | { origin: 'file'; fileName: string; snapshot: Snapshot }
/** A file in the storage, for a worker to read; `bytesHash` is its SHA-256. */
export type UploadedSource = { origin: 'file'; fileName: string; bytesHash: string; storageKey: string }
export type SourceToKeep = { origin: 'url'; url: string } | ReadSource | UploadedSource

/**
 * The owner's source for what was submitted: the one there is, where the same was submitted before, else a new one. A
 * page that anybody's submission has read within the day comes with what was read then.
 */
export async function keepSource(tx: Tx, owner: Owner, source: SourceToKeep): Promise<{ id: string }> {
  const key = sourceKey(source)
  const isOwners = { ...ownerColumns(owner), key }
  await tx.source.createMany({
    data: [
      {
        ...isOwners,
        origin: source.origin,
        url: source.origin === 'url' ? source.url : null,
        fileName: source.origin === 'file' ? source.fileName : null,
      },
    ],
    skipDuplicates: true,
  })
  const kept = await tx.source.findFirstOrThrow({ where: isOwners, select: { id: true, snapshotId: true } })
  if ('storageKey' in source && kept.snapshotId === null)
    await tx.source.update({ where: { id: kept.id }, data: { storageKey: source.storageKey } })
  if (kept.snapshotId === null) await addFirstSnapshot(tx, kept.id, source, key)
  else if ('snapshot' in source) await makePresent(tx, kept.id, source.snapshot.contentHash)
  return { id: kept.id }
}

/** What makes two submissions of an owner the same source. */
export function sourceKey(source: SourceToKeep): string {
  if (source.origin === 'url') return keyOfUrl(source.url)
  return 'bytesHash' in source ? keyOfFile(source.bytesHash) : keyOfText(source.snapshot.contentHash)
}

/** Who pastes a text again means that text, whatever they have made of it before. */
async function makePresent(tx: Tx, sourceId: string, contentHash: string): Promise<void> {
  const same = await tx.snapshot.findFirst({ where: { sourceId, contentHash }, orderBy: { number: 'asc' } })
  if (same) await tx.source.update({ where: { id: sourceId }, data: { snapshotId: same.id } })
}

async function addFirstSnapshot(tx: Tx, sourceId: string, source: SourceToKeep, key: string): Promise<void> {
  // One of several at once adds it; the others find it added.
  const { snapshotId } = await lockedSource(tx, sourceId)
  if (snapshotId !== null) return
  const shared = source.origin === 'url' ? await sharedSnapshot(tx, key) : null
  const columns =
    shared ?? ('snapshot' in source ? { ...snapshotColumns(source.snapshot), readAt: new Date() } : null)
  if (!columns) return
  const { id } = await tx.snapshot.create({ data: { ...columns, id: uuidv7(), sourceId, number: 1 } })
  await tx.source.update({ where: { id: sourceId }, data: { snapshotId: id } })
}
