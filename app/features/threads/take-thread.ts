import { z } from 'zod'
import { checkerFor } from '#app/features/support/checker-for.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import type { StoredTweet } from './stored-tweet.ts'
import { threadInTrash, threadNotFound } from './thread-not-found.ts'

const optionsSchema = z.object({ language: z.string().nullable().default(null) })

/** The language that tweets were asked for in, of the options of their writing; null for the source's own. */
export const languageAsked = (options: unknown) => optionsSchema.safeParse(options).data?.language ?? null

/** A thread in the hands of one change: the text that its tweets refer to, and their language where it is another. */
export type TakenThread = {
  snapshot: { id: string; text: string; language: string | null } | null
  language: string | null
  numbering: boolean
}

/** Takes a thread for one change: its version grows, and whoever comes with the old one is told. */
export const takeThread = (tx: Tx, owner: Owner, threadId: string, version: number) =>
  hold(tx, owner, { threadId, version, growsBy: 1 })

/** Keeps all changes of a thread waiting until the transaction ends, and changes nothing itself. Throws the same. */
export const holdThread = (tx: Tx, owner: Owner, threadId: string, version: number) =>
  hold(tx, owner, { threadId, version, growsBy: 0 })

async function hold(
  tx: Tx,
  owner: Owner,
  { threadId, version, growsBy }: { threadId: string; version: number; growsBy: 0 | 1 },
): Promise<TakenThread> {
  const { count } = await tx.thread.updateMany({
    where: { id: threadId, ...ownerColumns(owner), version },
    data: { version: { increment: growsBy } },
  })
  const thread = await tx.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    select: {
      numbering: true,
      entry: { select: { trashedAt: true } },
      snapshot: { select: { id: true, text: true, language: true } },
      generations: { select: { status: true, options: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  })
  if (!thread) throw threadNotFound()
  if (thread.entry?.trashedAt) throw threadInTrash()
  if (count === 0)
    throw new AppError(
      'thread-changed',
      'The thread was changed elsewhere meanwhile, so this was not saved. Look at it as it is now, and try again.',
      { status: 409 },
    )
  const [last] = thread.generations
  if (last?.status === 'queued' || last?.status === 'running' || last?.status === 'waiting')
    throw new AppError('being-written', 'This thread is being written: change it when that is done.', {
      status: 409,
    })
  return {
    snapshot: thread.snapshot,
    numbering: thread.numbering,
    language: languageAsked(last?.options),
  }
}

/** A tweet with what the check finds of it; its owner's word that it is an opinion goes before. */
export async function checkedTweet(
  tweet: StoredTweet,
  { snapshot, language }: TakenThread,
): Promise<StoredTweet> {
  if (!snapshot) return tweet
  const check = await checkerFor(snapshot, language)
  const support = check({ text: tweet.text, spans: tweet.spans })
  if (tweet.isOpinion) return { ...tweet, spans: support.spans, verdict: 'opinion', reasons: [] }
  return { ...tweet, ...support }
}
