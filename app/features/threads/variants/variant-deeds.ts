import { cleanCharacters } from '#app/features/sources/clean-characters.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { changeVariant } from './change-variant.ts'
import type { VariantPlace } from './read-variant.ts'
import { ownPartsSchema } from './variant.ts'

type At = VariantPlace & { version: number }

/**
 * Says a tweet otherwise on a network, in one post or several; empty ones are dropped, and none at all leaves it out. Said as
 * the thread says it, it follows the thread again. `madeFrom` is the tweet as its owner saw it. Throws what `changeVariant`
 * throws, and `tweet-not-found` (404).
 */
export const sayOtherwise = (
  db: Db,
  owner: Owner,
  at: At,
  { tweetId, madeFrom, texts }: { tweetId: string; madeFrom: string; texts: readonly string[] },
): Promise<void> =>
  changeVariant(db, owner, at, ({ parts, tweets }) => {
    const tweet = tweets.find(({ id }) => id === tweetId)
    if (!tweet) throw tweetGone()
    const written = texts.map((text) => cleanCharacters(text).trim()).filter((text) => text !== '')
    const [only] = written
    if (written.length === 1 && only === tweet.text.trim())
      return parts.filter((part) => part.tweetId !== tweetId)
    const wanted = { tweetId, madeFrom: cleanCharacters(madeFrom), texts: written }
    return parts.some((part) => part.tweetId === tweetId)
      ? parts.map((part) => (part.tweetId === tweetId ? wanted : part))
      : [...parts, wanted]
  })

/** Keeps a variant's own words although the thread says it otherwise by now; `madeFrom` is the tweet as it was seen. */
export const keepOwn = (
  db: Db,
  owner: Owner,
  at: At,
  { tweetId, madeFrom }: { tweetId: string; madeFrom: string },
): Promise<void> =>
  changeVariant(db, owner, at, ({ parts }) =>
    parts.map((part) => (part.tweetId === tweetId ? { ...part, madeFrom: cleanCharacters(madeFrom) } : part)),
  )

/** Takes the thread's words for a tweet again; its own stay in the versions before. */
export const followThread = (db: Db, owner: Owner, at: At, tweetId: string): Promise<void> =>
  changeVariant(db, owner, at, ({ parts }) => parts.filter((part) => part.tweetId !== tweetId))

/** Makes an older version the last one again; 0 is the one that follows the thread in everything. Throws `version-not-found`. */
export const putVariantBack = (db: Db, owner: Owner, at: At, older: number): Promise<void> =>
  changeVariant(db, owner, at, async ({ tx }) => {
    if (older === 0) return []
    const { threadId, network } = at
    const row = await tx.variant.findFirst({ where: { threadId, network, version: older } })
    if (!row) throw new AppError('version-not-found', 'There is no such version.', { status: 404 })
    return ownPartsSchema.parse(row.parts)
  })

const tweetGone = () =>
  new AppError('tweet-not-found', 'This tweet is gone from the thread: load the page again.', { status: 404 })
