import { createHash } from 'node:crypto'
import type { Owner } from '#app/platform/owner.ts'
import type { WriterInput } from '../writer.ts'
import type { WriterName } from '../writer-names.ts'

/** Where a thread is kept, and whose it is: null for everybody's. */
export type ThreadPlace = { key: string; owner: Owner | null }

/** Who writes: everything beside text and wishes that the outcome depends on. */
export type WritingHand = {
  writer: WriterName
  /** The model's name and where it is asked, since two servers may mean two things by one name. */
  model: string
  promptVersion: string
}

/**
 * The place of a thread: a hash of all that its writing depends on. A text that isn't just what a public page holds, and
 * a wish in a person's own words, make it that person's own: nobody else ever comes to that place.
 */
export function threadPlace(
  { source, options, network, plan }: WriterInput,
  keeping: NonNullable<WriterInput['keeping']>,
  hand: WritingHand,
): ThreadPlace {
  // When to wait for a look changes nothing of what is written.
  const { review: _, planFirst: __, ...wishes } = options
  const ownWords = wishes.audience + wishes.callToAction + wishes.instruction
  const owner = keeping.isPublic && ownWords === '' ? null : keeping.owner
  const about = [source.title, source.url, source.siteName, source.language, source.blocks]
  const all = [
    keeping.contentHash,
    about,
    wishes,
    plan?.points ?? null,
    network,
    hand.writer,
    hand.model,
    hand.promptVersion,
    owner,
  ]
  return { key: createHash('sha256').update(JSON.stringify(all)).digest('hex'), owner }
}
