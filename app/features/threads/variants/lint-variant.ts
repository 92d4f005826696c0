import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { threadChanged } from '../hold-thread.ts'
import type { LintedThread } from '../lint/finding.ts'
import { fixedBy } from '../lint/fixed.ts'
import { lintThread } from '../lint/lint-thread.ts'
import { lintedThread } from '../lint/linted-thread.ts'
import { type ReadVariant, readVariant, type VariantPlace } from './read-variant.ts'
import { sayOtherwise } from './variant-deeds.ts'

/** A variant as it is looked at: each of its texts is a tweet, called by the thread's tweet and its place in that. */
export function lintedVariant({ texts, thread, network, isNumbered }: ReadVariant): LintedThread {
  const tweets = texts.map((said, at) => ({
    ...said,
    id: `${said.tweetId}/${said.index}`,
    position: at + 1,
    isLocked: false,
  }))
  return lintedThread({ ...thread, tweets, numbering: isNumbered }, network)
}

type At = VariantPlace & { version: number; threadVersion: number }

/**
 * Makes the fix of one finding on a variant, as it was shown at these versions of it and of the thread: what comes of it are
 * words of the variant's own. Throws what `sayOtherwise` throws, `thread-changed` and `finding-gone` (409).
 */
export async function fixVariant(
  db: Db,
  owner: Owner,
  { threadVersion, ...at }: At,
  key: string,
): Promise<void> {
  const variant = await readVariant(db, owner, at)
  if (variant.thread.version !== threadVersion) throw threadChanged()
  const linted = lintedVariant(variant)
  const finding = lintThread(linted).find((one) => one.key === key)
  const fixed = finding && fixedBy(finding, linted.document)
  const [tweetId, index] = finding?.tweetId.split('/') ?? []
  const part = variant.parts.find((one) => one.tweetId === tweetId)
  if (!fixed?.parts || !part)
    throw new AppError('finding-gone', 'This is no longer so: look at what is left.', { status: 409 })
  const texts = part.texts.map(({ text }) => text).toSpliced(Number(index), 1, ...fixed.parts)
  // Whether words that were the variant's own are out of date stays for their owner to decide.
  await sayOtherwise(db, owner, at, {
    tweetId: part.tweetId,
    madeFrom: part.madeFrom ?? part.master,
    texts,
  })
}
