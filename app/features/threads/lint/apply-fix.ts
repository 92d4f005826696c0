import { v7 as uuidv7 } from 'uuid'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import { type ChangedThread, changeThreadWithin, type ThreadPlace } from '../change-thread.ts'
import { readWrittenThread } from '../exports/read-written-thread.ts'
import { threadChanged } from '../hold-thread.ts'
import { lintThread } from './lint-thread.ts'
import { lintedThread } from './linted-thread.ts'

/**
 * Makes the fix of one finding on a thread for X, by its key, as it was shown at that version. Throws AppErrors: what
 * `changeThreadWithin` throws, `finding-gone` (409) where there is no such finding, or none that has a fix, and the
 * edit's own code (409) where it can't be made, such as `tweet-locked`.
 */
export async function applyFix(db: Db, owner: Owner, at: ThreadPlace, key: string): Promise<ChangedThread> {
  const thread = await readWrittenThread(db, owner, at.threadId)
  if (thread.version !== at.version) throw threadChanged()
  const finding = lintThread(lintedThread(thread, 'x')).find((one) => one.key === key)
  const edit = finding?.fix?.edit
  if (!edit)
    throw new AppError('finding-gone', 'This is no longer so: look at what is left.', { status: 409 })
  return db.$transaction((tx) =>
    changeThreadWithin(tx, owner, at, (document) => {
      const outcome = edit(document, uuidv7)
      if (!outcome.ok) throw new AppError(outcome.refusal.code, outcome.refusal.message, { status: 409 })
      return outcome.document
    }),
  )
}
