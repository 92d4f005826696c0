import type { Snapshot } from './snapshot.ts'

/** Bytes as they were fetched or uploaded, with what is known of them beside. */
export type SourceDocument = {
  bytes: Uint8Array
  /** The file's name; null for a page. */
  name: string | null
  /** Where it was found; null for a file. */
  url: string | null
  /** Media type as declared, lower case, without parameters. */
  contentType: string | null
  /** Charset as declared beside the media type. */
  charset: string | null
}

export type FeedItem = {
  title: string
  url: string
  /** ISO 8601. */
  publishedAt: string | null
  /** Plain text, at most 300 characters. */
  summary: string | null
}

/** A list of articles to choose from. */
export type Feed = { title: string | null; items: FeedItem[] }

/** What a document turned out to be: a text, or a feed that only leads to texts. */
export type Reading = { type: 'snapshot'; snapshot: Snapshot } | { type: 'feed'; feed: Feed }

export type ReadDocument = (
  document: SourceDocument,
  options?: { signal?: AbortSignal | undefined },
) => Promise<Reading>
