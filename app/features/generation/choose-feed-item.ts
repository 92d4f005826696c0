import { keepSource } from '#app/features/sources/keep-source.ts'
import { readSource } from '#app/features/sources/source-record.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { lastGeneration } from './last-generation.ts'
import { startGeneration } from './submit-thread.ts'

/**
 * Gives a thread whose address turned out to be a feed one of the feed's articles as its source, and writes it. Only
 * what the feed offered can be chosen. Choosing twice starts once. Throws AppErrors: `thread-not-found` (404),
 * `no-such-item` (422).
 */
export async function chooseFeedItem(db: Db, owner: Owner, threadId: string, url: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { thread, last, options } = await lastGeneration(tx, owner, threadId)
    if (last.status !== 'failed') return
    const source = await readSource(tx, thread.sourceId)
    if (!source?.feed?.items.some((item) => item.url === url))
      throw new AppError('no-such-item', 'That article is not in the feed: choose one of those listed.', {
        status: 422,
      })
    const article = await keepSource(tx, owner, { origin: 'url', url })
    await tx.thread.update({ where: { id: threadId }, data: { sourceId: article.id } })
    await startGeneration(tx, {
      threadId,
      sourceId: article.id,
      options,
      writer: last.wantedWriter,
      lane: 'service',
      seqBefore: last.seq,
    })
  })
}
