import type { Network } from '#app/features/counting/networks.ts'
import type { Range } from '#app/features/segmentation/sentences.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { KeyPoint } from './key-points.ts'
import type { GenerationOptions } from './options.ts'
import type { ProgressTweet } from './progress.ts'
import type { WriterName } from './writer-names.ts'

export type WriterInput = {
  source: Pick<Snapshot, 'title' | 'url' | 'siteName' | 'language' | 'text' | 'blocks'>
  options: GenerationOptions
  network: Network
  /** Aborted when the generation is cancelled or its worker stops. */
  signal: AbortSignal
  /** What to write from, in this order; where its owner chose the points, a tweet for each and for nothing else. */
  plan?: { points: readonly KeyPoint[]; isChosen: boolean }
  /** Looks at a tweet against the source; without it nothing that was written is mended. */
  check?: (tweet: WrittenTweet, position: number) => ProgressTweet
  /** How what is written may be kept and given again; without it, it isn't. */
  keeping?: {
    /** SHA-256 of `source.text`. */
    contentHash: string
    /** Whether the source is just what a public page holds. */
    isPublic: boolean
    owner: Owner
    /** Whether another is wanted than what was written before. */
    afresh: boolean
    /** Takes what has yet to be done once all is told, which nobody waits for: it is done at the run's end, and never rejects. */
    later(work: () => Promise<void>): void
  }
}

/** One tweet as written, without its number; `spans` are the passages of `source.text` it was made from. */
export type WrittenTweet = { text: string; spans: Range[] }

/** Which model has written; what its calls took and cost stands in their own books (`spending`). */
export type WrittenBy = {
  model: string
  promptVersion?: string
  /** Whether another provider than the first has answered any of it. */
  byAnother?: boolean
}

/**
 * What a writer tells while it works, in this order: `points` where it made a plan first; `planned` once (how many tweets
 * are to come, null when it can't know); then `tweet` for each in the thread's order, each final and within the network's
 * limit with its number reserved; then `checking` where it looks at them again, and `repaired` for each that it says
 * otherwise after that; then `written-by`, where a model wrote it. `cached` comes before all of them, where it was written before. Only a
 * writer that stands in for another tells `switched`: what came before it is void, and another writer begins anew, for
 * the reason whose code is given.
 */
export type WriterEvent =
  | { type: 'cached' }
  | { type: 'points'; points: KeyPoint[] }
  | { type: 'planned'; tweets: number | null }
  | { type: 'tweet'; tweet: WrittenTweet }
  | { type: 'checking' }
  | { type: 'repaired'; position: number; tweet: WrittenTweet }
  | ({ type: 'written-by' } & WrittenBy)
  | { type: 'switched'; writer: WriterName; because: string }

/** The points a thread is to make; none where the writer found no plan to make. */
export type Planned = { points: KeyPoint[]; by: WrittenBy | null }

/** A tweet that the source doesn't back: why, as sentences, and the passages it was made from. */
export type DoubtedTweet = { position: number; text: string; reasons: string[]; passages: string[] }

export type Repaired = { tweets: { position: number; tweet: WrittenTweet }[]; by: WrittenBy | null }

/** All three throw an AppError with a sentence for the person where they can't. */
export type Writer = {
  name: WriterName
  /** Says what it would write, and in which order. */
  plan?(input: WriterInput): Promise<Planned>
  /** Writes a thread. */
  write(input: WriterInput): AsyncIterable<WriterEvent>
  /** Says tweets otherwise that the source doesn't back. What it gives is as little to be trusted as what it wrote. */
  repair?(input: WriterInput, doubted: readonly DoubtedTweet[]): Promise<Repaired>
}
