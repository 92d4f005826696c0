import { queueMail } from '#app/features/mail/queue-mail.ts'
import { stopUrlOf } from '#app/features/mail/wishes/mail-link.ts'
import { newsletterMail } from '#app/features/mail/words/newsletter.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { firstLetterAfter, letters } from './letters.ts'
import { tieCaptureWithin } from './tie-capture.ts'

const mostAtOnce = 500

type Dependencies = { prisma: Db; sealer: Sealer; appUrl: string }
type Due = { id: string; email: string; mailsWritten: number; nextMailAt: Date | null }

/**
 * Writes the letters that are due, 500 at most; those to addresses that have an account by now are left. Each is written
 * in the transaction that takes its due time away, so that it is written once whoever dies or runs at the same time, and
 * not where it was stopped meanwhile. Gives how many.
 */
export async function writeLetters(dependencies: Dependencies, now = new Date()): Promise<number> {
  const due = await dependencies.prisma.capture.findMany({
    where: { nextMailAt: { lte: now }, wantsNews: true, userId: null },
    select: { id: true, email: true, mailsWritten: true, nextMailAt: true },
    orderBy: { nextMailAt: 'asc' },
    take: mostAtOnce,
  })
  let written = 0
  for (const each of due) if (await writeLetter(dependencies, each, now)) written += 1
  return written
}

async function writeLetter(
  { prisma, sealer, appUrl }: Dependencies,
  { id, email, mailsWritten, nextMailAt }: Due,
  now: Date,
): Promise<boolean> {
  const letter = letters[mailsWritten]
  return prisma.$transaction(async (tx) => {
    const person = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (person) {
      await tieCaptureWithin(tx, { userId: person.id, email })
      return false
    }
    const { count } = await tx.capture.updateMany({
      where: { id, mailsWritten, nextMailAt, userId: null },
      data: { mailsWritten: mailsWritten + 1, nextMailAt: firstLetterAfter(mailsWritten + 1, now) },
    })
    if (count === 0 || !letter) return false
    const stopUrl = stopUrlOf({ sealer, appUrl }, { captureId: id }, 'news')
    const mail = newsletterMail({
      ...letter,
      template: 'sequence',
      action: letter.action(appUrl),
      stopUrl,
    })
    await queueMail(tx, sealer, { ...mail, to: email, key: `letter:${id}:${mailsWritten + 1}` })
    return true
  })
}
