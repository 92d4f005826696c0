import { v7 as uuidv7 } from 'uuid'
import { findBreach } from '#app/features/content-filter/find-breach.ts'
import { fits } from '#app/features/counting/count.ts'
import { splitText } from '#app/features/counting/split.ts'
import { allDone, initialProgress } from '#app/features/generation/step-progress.ts'
import { keepSource } from '#app/features/sources/keep-source.ts'
import { readText } from '#app/features/sources/read-text.ts'
import { keyOfText } from '#app/features/sources/source-key.ts'
import { checkTweet } from '#app/features/threads/check-tweet.ts'
import { mostTweets } from '#app/features/threads/document/document-limits.ts'
import { indexThread } from '#app/features/threads/library/index-thread.ts'
import { appendRevision } from '#app/features/threads/revisions/append-revision.ts'
import { storeTweets } from '#app/features/threads/store-tweets.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { executeIn } from '#app/platform/transaction.server.ts'
import { personOf } from './people.ts'
import { type LegacyValue, Skipped } from './record.ts'
import { type LegacyThread, readThreadRecord } from './thread-record.ts'

/**
 * Makes a thread of a record that names its person. Every tweet is counted again, and cut where it is too long; it is checked against the
 * text that it was made of, or called unsupported where the record doesn't hold that. It is charged to nobody's quota. Throws Skipped.
 */
export async function takeOverThread(tx: Tx, hash: string, { content }: LegacyValue): Promise<void> {
  const record = readThreadRecord(content)
  const userId = await personOf(tx, record.owner)
  if (userId === null) throw new Skipped('unknown-person')
  const texts = record.tweets.flatMap((text) => (fits(text, 'x') ? [text] : splitText(text, 'x')))
  if (texts.length > mostTweets) throw new Skipped('too-many-tweets')
  if (texts.some((text) => findBreach(text, 'tweets'))) throw new Skipped('refused-content')

  const sourceId = await sourceOf(tx, { userId }, hash, record)
  const source = await tx.source.findUniqueOrThrow({
    where: { id: sourceId },
    select: { snapshot: { select: { id: true, text: true, language: true } } },
  })
  const snapshot = record.text === null ? null : source.snapshot
  const tweets = await Promise.all(
    texts.map(async (text, at) => {
      const tweet = {
        id: uuidv7(),
        position: at + 1,
        text,
        spans: [],
        verdict: null,
        reasons: [],
        isOpinion: false,
        isLocked: false,
      }
      const checked = await checkTweet(tweet, { snapshot, language: null })
      return snapshot ? checked : { ...checked, verdict: 'unsupported' as const }
    }),
  )
  const createdAt = record.createdAt && record.createdAt < new Date() ? record.createdAt : undefined
  const thread = await tx.thread.create({
    data: {
      sourceId,
      userId,
      submissionKey: `legacy:${hash}`.slice(0, 200),
      title: record.title,
      snapshotId: snapshot?.id ?? null,
      version: 1,
      createdAt,
      generations: {
        create: {
          status: 'ready',
          options: {},
          snapshotId: snapshot?.id ?? null,
          progress: allDone({ ...initialProgress(record.url !== null), planned: tweets.length, tweets }),
          createdAt,
          startedAt: createdAt ?? new Date(),
          finishedAt: createdAt ?? new Date(),
        },
      },
    },
    select: { id: true },
  })
  await storeTweets(tx, thread.id, tweets, [])
  await appendRevision(executeIn(tx), thread.id, { kind: 'written' })
  await indexThread(tx, thread.id)
}

/** The person's source of that text, else of that address, else one of which nothing is known but that it was. */
async function sourceOf(
  tx: Tx,
  owner: Owner & { userId: string },
  hash: string,
  record: LegacyThread,
): Promise<string> {
  if (record.text !== null)
    return (await keepSource(tx, owner, { origin: 'text', snapshot: readText(record.text) })).id
  if (record.url !== null) return (await keepSource(tx, owner, { origin: 'url', url: record.url })).id
  const { id } = await tx.source.create({
    data: { userId: owner.userId, origin: 'text', key: keyOfText(`legacy:${hash}`) },
    select: { id: true },
  })
  return id
}
