import { z } from 'zod'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { type StoredTweet, storedTweetSchema } from '../stored-tweet.ts'

export type Revision = {
  version: number
  kind: 'written' | 'edited' | 'restored'
  name: string | null
  /** What its owner called the thread then; null where it was called as its source is. */
  title: string | null
  numbering: boolean
  /** As they were. */
  tweets: StoredTweet[]
  /** The text that their spans refer to. */
  snapshotId: string | null
  createdAt: Date
}

/** One saved state of an owner's thread. Throws `revision-not-found` (404). */
export async function readRevision(
  db: Db | Tx,
  owner: Owner,
  { threadId, version }: { threadId: string; version: number },
): Promise<Revision> {
  const row = await db.revision.findFirst({ where: { threadId, version, thread: ownerColumns(owner) } })
  if (!row) throw revisionNotFound()
  const { kind, name, title, numbering, snapshotId, createdAt } = row
  return {
    version,
    kind,
    name,
    title,
    numbering,
    snapshotId,
    createdAt,
    tweets: z.array(storedTweetSchema).parse(row.tweets),
  }
}

export const revisionNotFound = () =>
  new AppError('revision-not-found', 'There is no such version of this thread: look at its history.', {
    status: 404,
  })
