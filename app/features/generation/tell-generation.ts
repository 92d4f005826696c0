import { type MailWords, queueMail } from '#app/features/mail/queue-mail.ts'
import { whereWanted } from '#app/features/mail/wishes/keep-wishes.ts'
import { stopUrlOf } from '#app/features/mail/wishes/mail-link.ts'
import { generationFailedMail } from '#app/features/mail/words/generation-failed.ts'
import { threadReadyMail } from '#app/features/mail/words/thread-ready.ts'
import { isDoubted } from '#app/features/support/verdict.ts'
import { readThread, type ThreadWithSource } from '#app/features/threads/read-thread.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'

export type TellDependencies = { prisma: Db; sealer: Sealer; appUrl: string }

/**
 * Writes to the owner of a thread that it is ready, or could not be written; once, however often this runs. Nothing is
 * written of one that was deleted, put into the trash or begun anew meanwhile, nor to who doesn't want it.
 */
export async function tellGeneration(
  { prisma, sealer, appUrl }: TellDependencies,
  generationId: string,
): Promise<void> {
  const generation = await prisma.generation.findUnique({
    where: { id: generationId },
    select: {
      status: true,
      errorMessage: true,
      thread: {
        select: {
          id: true,
          userId: true,
          generations: { select: { id: true }, orderBy: { id: 'desc' }, take: 1 },
        },
      },
    },
  })
  const userId = generation?.thread.userId
  if (!generation || !userId || generation.thread.generations[0]?.id !== generationId) return
  const thread = await readThread(prisma, { userId }, generation.thread.id)
  if (thread.trashedAt) return
  const stopUrl = stopUrlOf({ sealer, appUrl }, { userId }, 'threads')
  const mail = mailOf(generation, thread, { appUrl, stopUrl })
  if (!mail) return
  await prisma.$transaction(async (tx) => {
    const reached = await whereWanted(tx, userId, 'threads')
    if (reached)
      await queueMail(tx, sealer, { ...mail, to: reached.email, key: `generation:${generationId}` })
  })
}

function mailOf(
  { status, errorMessage }: { status: string; errorMessage: string | null },
  { id: threadId, title, tweets }: ThreadWithSource,
  links: { appUrl: string; stopUrl: string },
): MailWords | null {
  if (status === 'ready') {
    const doubts = tweets.filter(({ verdict, isOpinion }) => !isOpinion && isDoubted(verdict))
    return threadReadyMail({ ...links, threadId, title, tweets: tweets.length, doubts: doubts.length })
  }
  if (status !== 'failed' || errorMessage === null) return null
  return generationFailedMail({ ...links, threadId, what: errorMessage })
}
