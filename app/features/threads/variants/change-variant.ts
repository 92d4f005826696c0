import { isDeepStrictEqual } from 'node:util'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { checkTweet } from '../check-tweet.ts'
import { type HeldThread, languageAsked } from '../hold-thread.ts'
import { ownerId } from '../library/entry-conditions.ts'
import { type StoredTweet, storedTweetSchema } from '../stored-tweet.ts'
import { threadInTrash, threadNotFound } from '../thread-not-found.ts'
import { lastVariant, type VariantPlace } from './read-variant.ts'
import { mostTexts, type OwnPart, type Said } from './variant.ts'

/** A part as it is wanted: words alone, which are checked against the source. */
type WantedPart = { tweetId: string; madeFrom: string; texts: string[] }

type Changing = { tx: Tx; parts: OwnPart[]; tweets: StoredTweet[] }
type Change = (now: Changing) => Promise<(OwnPart | WantedPart)[]> | (OwnPart | WantedPart)[]

/**
 * The one way in which a variant changes: `change` answers what it is to say otherwise than the thread; that is checked
 * against the source where it is new, and added as the next version. `version` is the one that the change knew. Throws
 * AppErrors: `thread-not-found` (404), `thread-in-trash` and `variant-changed` (409), `variant-empty` and `variant-full`
 * (422), and what `change` throws. A change that leaves everything as it was makes no new version.
 */
export async function changeVariant(
  db: Db,
  owner: Owner,
  { version, ...place }: VariantPlace & { version: number },
  change: Change,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const thread = await holdVariants(tx, owner, place.threadId)
    const last = await lastVariant(tx, place)
    if (last.version !== version) throw variantChanged()
    const wanted = keepingRules(await change({ tx, parts: last.parts, tweets: thread.tweets }), thread.tweets)
    const parts: OwnPart[] = []
    for (const part of wanted) parts.push(await checkedPart(part, thread))
    if (isDeepStrictEqual(parts, last.parts)) return
    await tx.variant.create({ data: { ...place, version: version + 1, parts } })
  })
}

type Held = { tweets: StoredTweet[]; held: Pick<HeldThread, 'snapshot' | 'language'> }

/** Keeps all changes of a thread's variants waiting, and whoever puts it into the trash. */
async function holdVariants(tx: Tx, owner: Owner, threadId: string): Promise<Held> {
  const [entry] = await tx.$queryRaw<{ trashedAt: Date | null }[]>`
    select trashed_at as "trashedAt" from library_entries
    where thread_id = ${threadId}::uuid and owner = ${ownerId(owner)}::uuid for no key update`
  const thread = await tx.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    select: {
      tweets: { orderBy: { position: 'asc' } },
      snapshot: { select: { id: true, text: true, language: true } },
      generations: { select: { options: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  })
  if (!entry || !thread) throw threadNotFound()
  if (entry.trashedAt) throw threadInTrash()
  const { snapshot } = thread
  const language = languageAsked(thread.generations[0]?.options)
  return {
    tweets: thread.tweets.map((tweet) => storedTweetSchema.parse(tweet)),
    held: { snapshot, language },
  }
}

function keepingRules(
  parts: (OwnPart | WantedPart)[],
  tweets: readonly StoredTweet[],
): (OwnPart | WantedPart)[] {
  const own = new Map(parts.map((part) => [part.tweetId, part]))
  if (tweets.length > 0 && tweets.every(({ id }) => own.get(id)?.texts.length === 0))
    throw new AppError('variant-empty', 'Every tweet would be left out: keep one at least.', { status: 422 })
  if (parts.some(({ texts }) => texts.length > mostTexts))
    throw new AppError('variant-full', `At most ${mostTexts} posts can stand in one tweet’s place.`, {
      status: 422,
      field: 'text',
    })
  return parts
}

async function checkedPart(part: OwnPart | WantedPart, { tweets, held }: Held): Promise<OwnPart> {
  const tweet = tweets.find(({ id }) => id === part.tweetId)
  // What its owner called an opinion is one as long as it is the same words, however they are parted.
  const isOpinion =
    tweet?.isOpinion === true && unspaced(tweet.text) === unspaced(part.texts.map(wordsOf).join(''))
  const texts: Said[] = []
  for (const words of part.texts) {
    if (typeof words !== 'string') texts.push(words)
    else {
      const begun = { id: part.tweetId, position: 1, text: words, spans: tweet?.spans ?? [], isOpinion }
      const checked = await checkTweet({ ...begun, verdict: null, reasons: [], isLocked: false }, held)
      texts.push({
        text: words,
        spans: checked.spans,
        verdict: checked.verdict,
        reasons: checked.reasons,
        isOpinion,
      })
    }
  }
  return { tweetId: part.tweetId, madeFrom: part.madeFrom, texts }
}

const wordsOf = (words: string | Said) => (typeof words === 'string' ? words : words.text)
const unspaced = (text: string) => text.replaceAll(/\s+/g, '')

const variantChanged = () =>
  new AppError(
    'variant-changed',
    'This was changed elsewhere meanwhile, so it was not saved. Look at it as it is now, and try again.',
    { status: 409 },
  )
