import type { Db, Prisma, Tx } from '#app/platform/db.server.ts'
import { type Feed, feedSchema } from './document.ts'
import { type StoredSnapshot, snapshotOf } from './snapshot-record.ts'

/** What was submitted, without its text. */
export type Submitted = {
  id: string
  origin: 'url' | 'text' | 'file'
  url: string | null
  fileName: string | null
  storageKey: string | null
  /** The articles to choose from, where the address holds a feed. */
  feed: Feed | null
}

export type StoredSource = Submitted & {
  /** What counts as its text now; null until it has been read. */
  snapshot: StoredSnapshot | null
}

/** Reads a source with its present snapshot; null where there is none. */
export async function readSource(db: Db | Tx, id: string): Promise<StoredSource | null> {
  const row = await db.source.findUnique({ where: { id }, include: { snapshot: true } })
  return row && { ...submittedOf(row), snapshot: row.snapshot && snapshotOf(row.snapshot) }
}

export function submittedOf(row: Prisma.SourceGetPayload<object>): Submitted {
  return {
    id: row.id,
    origin: row.origin,
    url: row.url,
    fileName: row.fileName,
    storageKey: row.storageKey,
    feed: row.feed === null ? null : feedSchema.parse(row.feed),
  }
}
