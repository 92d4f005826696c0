import { z } from 'zod'
import { rangeSchema } from '#app/features/support/verdict.ts'
import { threadNotFound } from '#app/features/threads/thread-not-found.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { candidateKinds, candidateTextSchema } from './candidate.ts'

const rowSchema = z.object({
  tweetId: z.string().nullable(),
  kind: z.enum(candidateKinds),
  span: z.nullable(rangeSchema),
  texts: z.array(candidateTextSchema),
})

export type ReadyCandidate = z.infer<typeof rowSchema>

/** A candidate that can be taken. Throws `thread-not-found` (404), and `candidate-gone` (409). */
export async function readReady(
  tx: Tx,
  owner: Owner,
  { threadId, candidateId }: { threadId: string; candidateId: string },
): Promise<ReadyCandidate> {
  const thread = await tx.thread.findFirst({
    where: { id: threadId, ...ownerColumns(owner) },
    select: { snapshotId: true },
  })
  if (!thread) throw threadNotFound()
  const { snapshotId } = thread
  if (snapshotId === null) throw candidateGone()
  const row = await tx.tweetCandidate.findFirst({
    where: { id: candidateId, threadId, snapshotId, status: 'ready' },
  })
  if (!row) throw candidateGone()
  return rowSchema.parse(row)
}

export const candidateGone = () =>
  new AppError(
    'candidate-gone',
    'This suggestion is gone: it was taken or left, or the thread was written again.',
    { status: 409 },
  )
