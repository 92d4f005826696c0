import { z } from 'zod'
import { qualitySchema } from './quality.ts'

/** What a passage of a source is. Offsets are UTF-16 positions in the snapshot's `text`, end exclusive. */
export const blockSchema = z.object({
  kind: z.enum(['heading', 'paragraph', 'list-item', 'quote', 'code', 'table']),
  /** 1 to 6, headings only. */
  level: z.number().int().min(1).max(6).optional(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})
export type Block = z.infer<typeof blockSchema>

/**
 * A source as it was read, kept unchanged from then on. `text` is plain: no marks, no link targets, its blocks
 * separated by one blank line each; every block is `text.slice(start, end)`.
 */
export const snapshotSchema = z.object({
  kind: z.enum(['text', 'markdown', 'html', 'pdf', 'docx', 'epub']),
  url: z.string().nullable(),
  title: z.string().nullable(),
  byline: z.string().nullable(),
  siteName: z.string().nullable(),
  /** ISO 8601, as exact as the source says it. */
  publishedAt: z.string().nullable(),
  /** BCP 47, lower-case primary subtag at least; null where it can't be told. */
  language: z.string().nullable(),
  text: z.string(),
  blocks: z.array(blockSchema),
  /** SHA-256 of `text`, 64 hexadecimal digits. */
  contentHash: z.string(),
  quality: qualitySchema,
})
export type Snapshot = z.infer<typeof snapshotSchema>
