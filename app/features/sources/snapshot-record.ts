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

/** A row as the database gives it; its blocks are looked at by `snapshotOf`. */
const rowSchema = snapshotSchema.omit({ url: true, quality: true }).extend({
  id: z.string(),
  number: z.number(),
  reason: z.enum(['read', 'reread', 'corrected']),
  publicKey: z.string().nullable(),
  kind: z.string(),
  finalUrl: z.string().nullable(),
  blocks: z.unknown(),
  score: z.number(),
  doubt: z.string().nullable(),
  readAt: z.coerce.date(),
})
type Row = z.infer<typeof rowSchema>

/**
 * SQL that gives a snapshot as JSON within a statement that reads something else too, for `snapshotInJson`; null where the
 * row `sn` that it names was joined to nothing.
 */
export const snapshotAsJson = (sn: string): string =>
  `case when ${sn}.id is not null then json_build_object(
     'id', ${sn}.id, 'number', ${sn}.number, 'reason', ${sn}.reason, 'publicKey', ${sn}.public_key, 'kind', ${sn}.kind,
     'finalUrl', ${sn}.final_url, 'title', ${sn}.title, 'byline', ${sn}.byline, 'siteName', ${sn}.site_name,
     'publishedAt', ${sn}.published_at, 'language', ${sn}.language, 'text', ${sn}.text, 'blocks', ${sn}.blocks,
     'contentHash', ${sn}.content_hash, 'score', ${sn}.score, 'doubt', ${sn}.doubt, 'readAt', ${sn}.read_at) end`

export const snapshotInJson = (value: unknown): StoredSnapshot => snapshotOf(rowSchema.parse(value))

export function snapshotOf(row: Row): StoredSnapshot {
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
