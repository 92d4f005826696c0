import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { lockedSource } from './keep-reading.ts'

/**
 * Has a worker fetch a source's address again. While one is at it, that one goes on and nothing is added. The caller has
 * made sure that the source is the person's. Throws `no-address` (409) for a source that has none.
 */
export async function requestReread(db: Db, sourceId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { url } = await lockedSource(tx, sourceId)
    if (url === null)
      throw new AppError('no-address', 'This source was not fetched from an address.', { status: 409 })
    const active = await tx.reread.findFirst({ where: { sourceId, finishedAt: null }, select: { id: true } })
    if (active) return
    const { id } = await tx.reread.create({ data: { sourceId }, select: { id: true } })
    await enqueue(tx, 'reread_source', { rereadId: id })
  })
}
