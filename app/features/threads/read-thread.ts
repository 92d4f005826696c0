import { z } from 'zod'
import { readSource, type StoredSource } from '#app/features/sources/source-record.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from './owner.ts'
import { threadTitle } from './thread-title.ts'

export type ThreadWithSource = {
  id: string
  title: string
  numbering: boolean
  createdAt: Date
  source: StoredSource
  /** In order; none until the thread is ready. */
  tweets: StoredTweet[]
  /** The model that wrote it; null for the built-in writer. */
  model: string | null
}

const storedTweetSchema = z.object({
  position: z.number(),
  text: z.string(),
  spans: z.array(z.object({ start: z.number(), end: z.number() })),
})
type StoredTweet = z.infer<typeof storedTweetSchema>

/** A thread with its source, for its owner only; for anybody else it does not exist. Throws an AppError. */
export async function readThread(db: Db, owner: Owner, threadId: string): Promise<ThreadWithSource> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    include: {
      tweets: { orderBy: { position: 'asc' } },
      generations: { select: { model: true }, where: { status: 'ready' }, orderBy: { id: 'desc' }, take: 1 },
    },
  })
  const source = thread && (await readSource(db, thread.sourceId))
  if (!thread || !source)
    throw new AppError('thread-not-found', 'There is no such thread here.', { status: 404 })
  return {
    id: thread.id,
    title: threadTitle({
      title: source.snapshot?.title ?? null,
      url: source.url,
      text: source.snapshot?.text ?? null,
    }),
    numbering: thread.numbering,
    createdAt: thread.createdAt,
    source,
    tweets: thread.tweets.map((tweet) => storedTweetSchema.parse(tweet)),
    model: thread.generations[0]?.model ?? null,
  }
}
