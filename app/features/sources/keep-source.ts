import { v7 as uuidv7 } from 'uuid'
import { Prisma, type Tx } from '#app/platform/db.server.ts'
import { type Owner, ownerCondition } from '#app/platform/owner.ts'
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
 * The owner's source for what was submitted: the one there is, where the same was submitted before, else a new one; its row is
 * locked, so that who submits the same at once comes after. A page that anybody's submission has read within the day comes
 * with what was read then. A browser has its id from its first page on, and its row from its first source.
 */
export async function keepSource(tx: Tx, owner: Owner, source: SourceToKeep): Promise<{ id: string }> {
  const key = sourceKey(source)
  const userId = 'userId' in owner ? owner.userId : null
  const visitorId = 'visitorId' in owner ? owner.visitorId : null
  const first = await firstSnapshot(tx, source, key)
  const rows = await tx.$queryRaw<{ id: string; snapshotId: string | null }[]>`
    with browser as (
      insert into visitors (id) select ${visitorId}::uuid where ${visitorId}::uuid is not null on conflict do nothing
    ), kept as (
      insert into sources as known (id, user_id, visitor_id, origin, key, url, file_name, storage_key, snapshot_id)
      values (${uuidv7()}::uuid, ${userId}::uuid, ${visitorId}::uuid, ${source.origin}::source_origin, ${key},
              ${'url' in source ? source.url : null}, ${'fileName' in source ? source.fileName : null},
              ${'storageKey' in source ? source.storageKey : null}, ${first?.id ?? null}::uuid)
      on conflict (${Prisma.raw(ownerCondition(owner).column)}, key) do update set
        snapshot_id = coalesce(known.snapshot_id, excluded.snapshot_id),
        storage_key = case when known.snapshot_id is null then coalesce(excluded.storage_key, known.storage_key)
                      else known.storage_key end
      returning id, snapshot_id
    ), added as (${first ? addedSnapshot(first) : Prisma.sql`select`})
    select id, snapshot_id as "snapshotId" from kept`
  const [kept] = rows
  if (!kept) throw new Error('a source was neither made nor found')
  if ('snapshot' in source && kept.snapshotId !== first?.id)
    await makePresent(tx, kept, source.snapshot.contentHash)
  return { id: kept.id }
}

type FirstSnapshot = NonNullable<Awaited<ReturnType<typeof firstSnapshot>>>

/** What a source begins with where it has no text yet; null where it has to be read. */
async function firstSnapshot(tx: Tx, source: SourceToKeep, key: string) {
  const shared = source.origin === 'url' ? await sharedSnapshot(tx, key) : null
  const columns =
    shared ??
    ('snapshot' in source
      ? { ...snapshotColumns(source.snapshot), publicKey: null, readAt: new Date() }
      : null)
  return columns && { id: uuidv7(), ...columns }
}

/** Adds it where the row `kept` has taken it. Both rows name each other, which the database looks at when both are there. */
const addedSnapshot = (first: FirstSnapshot): Prisma.Sql => Prisma.sql`
  insert into snapshots (id, source_id, number, public_key, kind, final_url, title, byline, site_name, published_at,
    language, text, word_count, blocks, content_hash, score, doubt, read_at)
  select snapshot_id, id, 1, ${first.publicKey}::text, ${first.kind}::text, ${first.finalUrl}::text, ${first.title}::text,
    ${first.byline}::text, ${first.siteName}::text, ${first.publishedAt}::text, ${first.language}::text,
    ${first.text}::text, ${first.wordCount}::int, ${JSON.stringify(first.blocks)}::jsonb, ${first.contentHash}::text,
    ${first.score}::int, ${first.doubt}::text, ${first.readAt}::timestamptz
  from kept where snapshot_id = ${first.id}::uuid`

/** What makes two submissions of an owner the same source. */
export function sourceKey(source: SourceToKeep): string {
  if (source.origin === 'url') return keyOfUrl(source.url)
  return 'bytesHash' in source ? keyOfFile(source.bytesHash) : keyOfText(source.snapshot.contentHash)
}

/** Who pastes a text again means that text, whatever they have made of it before. */
async function makePresent(
  tx: Tx,
  { id: sourceId, snapshotId }: { id: string; snapshotId: string | null },
  contentHash: string,
): Promise<void> {
  const same = await tx.snapshot.findFirst({
    where: { sourceId, contentHash },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  if (same && same.id !== snapshotId)
    await tx.source.update({ where: { id: sourceId }, data: { snapshotId: same.id } })
}
