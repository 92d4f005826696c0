import { z } from 'zod'
import { countWords } from '#app/features/segmentation/count-words.ts'
import type { Prisma } from '#app/platform/db.server.ts'
import { blockSchema, type Snapshot, snapshotSchema } from './snapshot.ts'

export type SnapshotReason = 'read' | 'reread' | 'corrected'

/** A snapshot as it is kept. */
export type StoredSnapshot = Snapshot & {
  id: string
  /** From 1, in the order in which a source's snapshots came. */
  number: number
  reason: SnapshotReason
  /** When it was last found to be what the source holds. */
  readAt: Date
  /** Whether it is just what a public page held, untouched. */
  isPublic: boolean
}

/** The columns that a snapshot fills. */
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
    wordCount: countWords(snapshot.text),
    blocks: snapshot.blocks satisfies Prisma.InputJsonValue,
    contentHash: snapshot.contentHash,
    score: snapshot.quality.score,
    doubt: snapshot.quality.doubt,
  }
}

export function snapshotOf(row: Prisma.SnapshotGetPayload<object>): StoredSnapshot {
  const snapshot = snapshotSchema.parse({
    kind: row.kind,
    url: row.finalUrl,
    title: row.title,
    byline: row.byline,
    siteName: row.siteName,
    publishedAt: row.publishedAt,
    language: row.language,
    text: row.text,
    blocks: z.array(blockSchema).parse(row.blocks),
    contentHash: row.contentHash,
    quality: { score: row.score, doubt: row.doubt },
  })
  return {
    ...snapshot,
    id: row.id,
    number: row.number,
    reason: row.reason,
    readAt: row.readAt,
    isPublic: row.publicKey !== null,
  }
}
