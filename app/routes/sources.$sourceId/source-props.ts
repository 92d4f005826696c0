import type { PassageChange } from '#app/features/sources/compare-texts.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import type { SnapshotReason } from '#app/features/sources/snapshot-record.ts'
import type { ThreadOfSource } from '#app/features/threads/threads-of-source.ts'
import type { LeadsTo } from '#app/platform/errors.ts'

export type ShownSnapshot = Pick<
  Snapshot,
  'kind' | 'title' | 'byline' | 'siteName' | 'publishedAt' | 'language' | 'text' | 'blocks' | 'quality'
> & {
  id: string
  reason: SnapshotReason
  words: number
  /** ISO 8601. */
  readAt: string
}

export type ShownVersion = {
  id: string
  number: number
  reason: SnapshotReason
  at: string
  present: boolean
}

export type ShownReread =
  | { state: 'at work' }
  | { state: 'failed'; message: string; at: string }
  | { state: 'unchanged'; at: string }
  | { state: 'changed'; at: string; snapshotId: string; changes: PassageChange[] }

export type Correction = {
  /** The version that was opened to be corrected. */
  basedOn: string
  values: { title: string; text: string }
  errors: { title?: string; text?: string }
  /** Where something can be done about it. */
  leadsTo?: LeadsTo
  /** Where another version counts by now: the one that the next save builds on, and how it differs from what was typed. */
  meanwhile?: { basedOn: string; changes: PassageChange[] }
}

export type SourcePageProps = {
  sourceId: string
  /** What it is called. */
  title: string
  /** What was submitted, where it was an address. */
  url: string | null
  fileName: string | null
  /** Null until it has been read. */
  snapshot: ShownSnapshot | null
  /** Why it may not be the article; null for no doubt. */
  doubt: string | null
  versions: ShownVersion[]
  reread: ShownReread | null
  threads: ThreadOfSource[]
  editing: boolean
  correction?: Correction | undefined
}
