import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import type { ChangedThread } from './change-thread.ts'
import { storedTweetSchema } from './stored-tweet.ts'
import { threadNotFound } from './thread-not-found.ts'

/** What is stored of a thread's tweets, for its owner only, without its source. Throws `thread-not-found` (404). */
export async function readDocument(db: Db, owner: Owner, threadId: string): Promise<ChangedThread> {
  const thread = await db.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    select: { version: true, title: true, numbering: true, tweets: { orderBy: { position: 'asc' } } },
  })
  if (!thread) throw threadNotFound()
  const { version, title, numbering } = thread
  return { version, title, numbering, tweets: thread.tweets.map((tweet) => storedTweetSchema.parse(tweet)) }
}
