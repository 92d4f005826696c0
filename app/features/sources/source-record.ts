import { z } from 'zod'
import type { Db, Prisma, Tx } from '#app/platform/db.server.ts'
import { blockSchema, type Snapshot, snapshotSchema } from './snapshot.ts'

/** The columns of a source that a snapshot fills. */
export function snapshotColumns(snapshot: Snapshot) {
  return {
    kind: snapshot.kind,
    finalUrl: snapshot.url,
    title: snapshot.title,
    byline: snapshot.byline,
    siteName: snapshot.siteName,
    publishedAt: snapshot.publishedAt,
    language: snapshot.language,
    text: snapshot.text,
    blocks: snapshot.blocks satisfies Prisma.InputJsonValue,
    contentHash: snapshot.contentHash,
    readAt: new Date(),
  }
}

/**
 * Stores what was read of a source and gives what stands there from then on: the first snapshot stays, since spans
 * already refer to it, also when a run that was paused comes later with another.
 */
export async function storeSnapshot(db: Db | Tx, sourceId: string, snapshot: Snapshot): Promise<Snapshot> {
  const { count } = await db.source.updateMany({
    where: { id: sourceId, text: null },
    data: snapshotColumns(snapshot),
  })
  const stored = count === 1 ? null : await readSource(db, sourceId)
  return stored?.snapshot ?? snapshot
}

export type StoredSource = {
  id: string
  origin: 'url' | 'text' | 'file'
  url: string | null
  /** Null until a URL has been fetched and read. */
  snapshot: Snapshot | null
}

/** Reads a source with its snapshot; null where there is none. */
export async function readSource(db: Db | Tx, id: string): Promise<StoredSource | null> {
  const row = await db.source.findUnique({ where: { id } })
  if (!row) return null
  return {
    id: row.id,
    origin: row.origin,
    url: row.url,
    snapshot: row.text === null ? null : snapshotOf(row),
  }
}

type SnapshotRow = Pick<
  Prisma.SourceGetPayload<object>,
  | 'kind'
  | 'finalUrl'
  | 'title'
  | 'byline'
  | 'siteName'
  | 'publishedAt'
  | 'language'
  | 'text'
  | 'blocks'
  | 'contentHash'
>

function snapshotOf(row: SnapshotRow): Snapshot {
  return snapshotSchema.parse({
    kind: row.kind,
    url: row.finalUrl,
    title: row.title,
    byline: row.byline,
    siteName: row.siteName,
    publishedAt: row.publishedAt,
    language: row.language,
    text: row.text,
    blocks: z.array(blockSchema).parse(row.blocks ?? []),
    contentHash: row.contentHash,
    quality: { score: 100, doubt: null },
  })
}
