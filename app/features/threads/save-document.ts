import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { type ChangedThread, changeThreadWithin, type ThreadPlace } from './change-thread.ts'
import type { ThreadDocument } from './document/thread-document.ts'

/** Checking a hundred new tweets against a long source takes seconds; the database's own patience ends before. In ms. */
const longestSave = 30_000

/**
 * Stores a thread as its owner has edited it, whole. What was called an opinion and reads otherwise now is checked again.
 * Throws what `changeThreadWithin` throws; with `thread-changed` nothing was stored, and `readDocument` tells what stands.
 */
export async function saveDocument(
  db: Db,
  owner: Owner,
  at: ThreadPlace,
  document: ThreadDocument,
): Promise<ChangedThread> {
  return db.$transaction(
    (tx) => changeThreadWithin(tx, owner, at, (before) => withoutOldOpinions(document, before)),
    { timeout: longestSave },
  )
}

function withoutOldOpinions(document: ThreadDocument, before: ThreadDocument): ThreadDocument {
  const opinions = new Map(
    before.tweets.flatMap(({ id, text, isOpinion }) => (isOpinion ? [[id, text]] : [])),
  )
  const tweets = document.tweets.map((tweet) => {
    const words = opinions.get(tweet.id)
    return words === undefined || words === tweet.text ? tweet : { ...tweet, isOpinion: false }
  })
  return { ...document, tweets }
}
