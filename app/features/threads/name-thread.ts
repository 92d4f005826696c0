import { cleanCharacters } from '#app/features/sources/clean-characters.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { executeIn } from '#app/platform/transaction.server.ts'
import { longestTitle } from './document/document-limits.ts'
import { cleanTitle } from './document/edits/set-title.ts'
import { indexThread } from './library/index-thread.ts'
import { appendRevision } from './revisions/append-revision.ts'
import { threadInTrash, threadNotFound } from './thread-not-found.ts'

/**
 * Calls an owner's thread otherwise, in whatever state it is; an empty name leaves it to the source. Who edits the thread at
 * the same time is told like of any other change. Throws AppErrors: `thread-not-found` (404), `thread-in-trash` (409) and
 * `title-too-long` (422, for the field `title`).
 */
export async function nameThread(db: Db, owner: Owner, threadId: string, written: string): Promise<void> {
  const title = cleanTitle(cleanCharacters(written))
  if (title !== null && title.length > longestTitle)
    throw new AppError('title-too-long', `Use at most ${longestTitle} characters.`, {
      status: 422,
      field: 'title',
    })
  await db.$transaction(async (tx) => {
    const thread = await tx.thread.findFirst({
      where: { id: threadId, ...ownerColumns(owner) },
      select: { entry: { select: { trashedAt: true } } },
    })
    if (!thread) throw threadNotFound()
    if (thread.entry?.trashedAt) throw threadInTrash()
    const [held] = await tx.$queryRaw<{ title: string | null }[]>`
      select title from threads where id = ${threadId}::uuid for no key update`
    if (held?.title === title) return
    const execute = executeIn(tx)
    await appendRevision(execute, threadId, { kind: 'written' })
    await tx.thread.update({ where: { id: threadId }, data: { title, version: { increment: 1 } } })
    await appendRevision(execute, threadId, { kind: 'edited' })
    await indexThread(tx, threadId)
  })
}
