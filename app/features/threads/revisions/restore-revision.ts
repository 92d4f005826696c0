import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { type ChangedThread, changeThreadWithin, type ThreadPlace } from '../change-thread.ts'
import { documentOf } from '../stored-tweet.ts'
import { readRevision } from './read-revision.ts'

/**
 * Puts a saved state back, as a new one: nothing of what stood in between goes. Its tweets are checked against the source
 * of now, and those that are locked now are what they were then. Throws `revision-not-found` (404) and what
 * `changeThreadWithin` throws.
 */
export async function restoreRevision(
  db: Db,
  owner: Owner,
  at: ThreadPlace,
  restoredFrom: number,
): Promise<ChangedThread> {
  return db.$transaction(async (tx) => {
    const revision = await readRevision(tx, owner, { threadId: at.threadId, version: restoredFrom })
    const document = documentOf(revision)
    return changeThreadWithin(
      tx,
      owner,
      at,
      (_, { snapshot }) =>
        snapshot?.id === revision.snapshotId
          ? document
          : // Their passages lie in another text.
            { ...document, tweets: document.tweets.map((tweet) => ({ ...tweet, spans: [] })) },
      { kind: 'restored', restoredFrom },
    )
  })
}
