import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'

export type ThreadOfSource = {
  id: string
  /** Null while nothing is written yet. */
  firstTweet: string | null
  /** ISO 8601. */
  createdAt: string
  /** Whether it rests on what counts as the source's text; null while it has no tweets. */
  upToDate: boolean | null
}

/** The owner's newest threads made from a source, at most ten, without those in the trash. */
export async function threadsOfSource(db: Db, owner: Owner, sourceId: string): Promise<ThreadOfSource[]> {
  const threads = await db.thread.findMany({
    where: { sourceId, ...ownerColumns(owner), entry: { trashedAt: null } },
    select: {
      id: true,
      createdAt: true,
      snapshotId: true,
      source: { select: { snapshotId: true } },
      tweets: { select: { text: true }, where: { position: 1 } },
    },
    orderBy: { id: 'desc' },
    take: 10,
  })
  return threads.map(({ id, createdAt, snapshotId, source, tweets }) => ({
    id,
    firstTweet: tweets[0]?.text ?? null,
    createdAt: createdAt.toISOString(),
    upToDate: snapshotId === null ? null : snapshotId === source.snapshotId,
  }))
}
