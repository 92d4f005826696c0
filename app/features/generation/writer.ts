import type { Network } from '#app/features/counting/networks.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { GenerationOptions } from './options.ts'

/** The writers Threadr has: an OpenAI-compatible model, and the built-in one that needs no key and no network. */
export const writerNames = ['openai', 'builtin'] as const
export type WriterName = (typeof writerNames)[number]

export type WriterInput = {
  source: Pick<Snapshot, 'title' | 'url' | 'siteName' | 'language' | 'text' | 'blocks'>
  options: GenerationOptions
  network: Network
  /** Aborted when the generation is cancelled or its worker stops. */
  signal: AbortSignal
  /** How what is written may be kept and given again; without it, it isn't. */
  keeping?: {
    /** SHA-256 of `source.text`. */
    contentHash: string
    /** Whether the source is just what a public page holds. */
    isPublic: boolean
    owner: Owner
    /** Whether another is wanted than what was written before. */
    afresh: boolean
  }
}

/** One tweet as written, without its number; `spans` are the passages of `source.text` it was made from. */
export type WrittenTweet = { text: string; spans: Range[] }

/**
 * What a writer tells while it works, in this order: `planned` once (how many tweets are to come, null when it can't
 * know), then `tweet` for each in the thread's order, each final and within the network's limit with its number
 * reserved, then at most one `usage`. `cached` comes before all of them, where it was written before. Only a writer that
 * stands in for another tells `switched`: what came before it is void, and another writer begins anew, for the reason
 * whose code is given.
 */
export type WriterEvent =
  | { type: 'cached' }
  | { type: 'planned'; tweets: number | null }
  | { type: 'tweet'; tweet: WrittenTweet }
  | { type: 'usage'; model: string; inputTokens: number; outputTokens: number; promptVersion?: string }
  | { type: 'switched'; writer: WriterName; because: string }

/** Writes a thread. Throws an AppError with a sentence for the person where it can't. */
export type Writer = { name: WriterName; write(input: WriterInput): AsyncIterable<WriterEvent> }
