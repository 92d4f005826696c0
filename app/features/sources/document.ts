import { z } from 'zod'
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

const feedItemSchema = z.object({
  title: z.string(),
  url: z.string(),
  /** ISO 8601. */
  publishedAt: z.string().nullable(),
  /** Plain text, at most 300 characters. */
  summary: z.string().nullable(),
})
export type FeedItem = z.infer<typeof feedItemSchema>

/** A list of articles to choose from. */
export const feedSchema = z.object({ title: z.string().nullable(), items: z.array(feedItemSchema) })
export type Feed = z.infer<typeof feedSchema>

/** What a document turned out to be: a text, or a feed that only leads to texts. */
export type Reading = { type: 'snapshot'; snapshot: Snapshot } | { type: 'feed'; feed: Feed }

export type ReadDocument = (
  document: SourceDocument,
  options?: { signal?: AbortSignal | undefined },
) => Promise<Reading>
