import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerOf } from '#app/platform/owner.ts'
import type { Reading } from './document.ts'
import { addSnapshot, lockedSource } from './keep-reading.ts'

type RereadDependencies = {
  prisma: Db
  readUrl(url: string, options: { signal: AbortSignal }): Promise<Reading>
  /** Throws where its owner may not have so long a source, in UTF-16 characters, beside the one that stands. */
  assertLength?: (owner: Owner, characters: { length: number; before: number }) => Promise<void>
}

/**
 * Fetches a source again and keeps what is different beside what counts, for its owner to look at. What fails is told
 * on the wish itself; a failure that may pass throws while tries are left, so that the queue tries again.
 */
export async function runReread(
  { prisma, readUrl, assertLength }: RereadDependencies,
  job: { rereadId: string; isLastTry: boolean; signal: AbortSignal },
): Promise<void> {
  const reread = await prisma.reread.findUnique({
    where: { id: job.rereadId, finishedAt: null },
    include: {
      source: { select: { url: true, userId: true, visitorId: true, snapshot: { select: { text: true } } } },
    },
  })
  if (!reread?.source.url) return
  try {
    const reading = await readUrl(reread.source.url, { signal: job.signal })
    if (reading.type === 'feed')
      throw new AppError('is-a-feed', 'The address holds a feed by now, a list of articles, and no article.')
    const owner = ownerOf(reread.source)
    const before = reread.source.snapshot?.text.length ?? 0
    if (owner) await assertLength?.(owner, { length: reading.snapshot.text.length, before })
    await prisma.$transaction(async (tx) => {
      const source = await lockedSource(tx, reread.sourceId)
      const { count } = await tx.reread.updateMany({
        where: { id: reread.id, finishedAt: null },
        data: { finishedAt: new Date() },
      })
      // Another worker took this one for dead and has done it.
      if (count === 0) return
      const { snapshot, isNew } = await addSnapshot(tx, source, reading.snapshot, 'reread')
      const untouched = source.snapshot?.reason !== 'corrected'
      if (isNew || (untouched && snapshot.id !== source.snapshotId))
        await tx.reread.update({ where: { id: reread.id }, data: { snapshotId: snapshot.id } })
    })
  } catch (error) {
    const failure = error instanceof AppError ? error : null
    if (job.signal.aborted || (!job.isLastTry && (failure?.retryable ?? true))) throw error
    await prisma.reread.updateMany({
      where: { id: reread.id, finishedAt: null },
      data: {
        finishedAt: new Date(),
        errorMessage: failure?.message ?? 'Something broke on our side while it was fetched: try again.',
      },
    })
  }
}
