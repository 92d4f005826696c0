import { z } from 'zod'
import type { Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { threadInTrash, threadNotFound } from './thread-not-found.ts'

const optionsSchema = z.object({ language: z.string().nullable().default(null) })

/** The language that tweets were asked for in, of the options of their writing; null for the source's own. */
export const languageAsked = (options: unknown) => optionsSchema.safeParse(options).data?.language ?? null

/** A thread that is held for one change: the text that its tweets refer to, and their language where it is another. */
export type HeldThread = {
  snapshot: { id: string; text: string; language: string | null } | null
  language: string | null
  /** What its owner calls it; null where it is called as its source is. */
  title: string | null
  numbering: boolean
}

/**
 * Keeps all changes of an owner's thread waiting until the transaction ends, where its version is still `version`. Throws
 * AppErrors: `thread-not-found` (404), `thread-changed` and `being-written` (409).
 */
export async function holdThread(
  tx: Tx,
  owner: Owner,
  threadId: string,
  version: number,
): Promise<HeldThread> {
  const { count } = await tx.thread.updateMany({
    where: { id: threadId, ...ownerColumns(owner), version },
    data: { version },
  })
  const thread = await tx.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    select: {
      title: true,
      numbering: true,
      entry: { select: { trashedAt: true } },
      snapshot: { select: { id: true, text: true, language: true } },
      generations: { select: { status: true, options: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  })
  if (!thread) throw threadNotFound()
  if (thread.entry?.trashedAt) throw threadInTrash()
  if (count === 0) throw threadChanged()
  const [last] = thread.generations
  if (last?.status === 'queued' || last?.status === 'running' || last?.status === 'waiting')
    throw new AppError('being-written', 'This thread is being written: change it when that is done.', {
      status: 409,
    })
  return {
    snapshot: thread.snapshot,
    title: thread.title,
    numbering: thread.numbering,
    language: languageAsked(last?.options),
  }
}

/** For what was decided on a state of a thread that is no longer its last. */
export const threadChanged = () =>
  new AppError(
    'thread-changed',
    'The thread was changed elsewhere meanwhile, so this was not saved. Look at it as it is now, and try again.',
    { status: 409 },
  )
