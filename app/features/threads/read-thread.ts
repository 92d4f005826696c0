import { type StoredSnapshot, snapshotOf } from '#app/features/sources/snapshot-record.ts'
import { type Submitted, submittedOf } from '#app/features/sources/source-record.ts'
import { sourceTitle } from '#app/features/sources/source-title.ts'
import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { languageAsked } from './hold-thread.ts'
import { type StoredTweet, storedTweetSchema } from './stored-tweet.ts'
import { threadNotFound } from './thread-not-found.ts'
import { threadTitle } from './thread-title.ts'

export type ThreadWithSource = {
  id: string
  title: string
  /** As its owner called it; null where it is called as its source is, which `sourceTitle` says. */
  ownTitle: string | null
  sourceTitle: string
  numbering: boolean
  /** Characters of a post on its owner's Mastodon server; null where it is Mastodon's own number. */
  mastodonLimit: number | null
  /** BCP 47, of the tweets; null where it is the source's own. */
  language: string | null
  /** Grows with every change of the tweets. */
  version: number
  createdAt: Date
  /** Since when it lies in the trash; null for a thread that doesn't. */
  trashedAt: Date | null
  isStarred: boolean
  source: Submitted
  /** The text that the newest attempt's tweets refer to; null until there is one. */
  snapshot: StoredSnapshot | null
  /** What its own tweets were written from, by its id; null until they are. */
  snapshotId: string | null
  /** Whether the thread is ready and the source has another text by now. */
  sourceChanged: boolean
  /** In order; none until the thread is ready. */
  tweets: StoredTweet[]
  /** The model that wrote it; null for the built-in writer. */
  model: string | null
}

/** A thread with its source, for its owner only; for anybody else it does not exist. Throws an AppError. */
export async function readThread(db: Db, owner: Owner, threadId: string): Promise<ThreadWithSource> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    include: {
      tweets: { orderBy: { position: 'asc' } },
      source: true,
      entry: { select: { isStarred: true, trashedAt: true } },
      generations: {
        select: { model: true, status: true, snapshotId: true, options: true },
        orderBy: { id: 'desc' },
        take: 1,
      },
    },
  })
  if (!thread) throw threadNotFound()
  const source = submittedOf(thread.source)
  const [last] = thread.generations
  const ready = last?.status === 'ready'
  // A text may be long: the one that is shown is read, and no other.
  const shown = (ready ? null : last?.snapshotId) ?? thread.snapshotId ?? thread.source.snapshotId
  const row = shown && (await db.snapshot.findUnique({ where: { id: shown } }))
  const snapshot = row ? snapshotOf(row) : null
  const about = {
    title: snapshot?.title ?? source.feed?.title ?? null,
    url: source.url,
    fileName: source.fileName,
    text: snapshot?.text ?? null,
  }
  return {
    id: thread.id,
    title: threadTitle({ ...about, ownTitle: thread.title }),
    ownTitle: thread.title,
    sourceTitle: sourceTitle(about),
    snapshot,
    snapshotId: thread.snapshotId,
    sourceChanged: ready && thread.snapshotId !== thread.source.snapshotId,
    numbering: thread.numbering,
    mastodonLimit: thread.mastodonLimit,
    language: languageAsked(last?.options),
    version: thread.version,
    createdAt: thread.createdAt,
    trashedAt: thread.entry?.trashedAt ?? null,
    isStarred: thread.entry?.isStarred ?? false,
    source,
    tweets: thread.tweets.map((tweet) => storedTweetSchema.parse(tweet)),
    model: ready ? last.model : null,
  }
}
