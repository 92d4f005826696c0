import { doAs } from '#app/features/administration/do-as.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import { stopUrlOf } from '#app/features/mail/wishes/mail-link.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import type { IssueDoing } from './change-issue.ts'
import { issueMail } from './issue.ts'

type Dependencies = { prisma: Db; sealer: Sealer; appUrl: string }

/** Sends an issue as it stands to who asks for it, once a version. Throws `issue-not-found` (404), `no-address` (409). */
export async function sendCopy(
  { prisma, sealer, appUrl }: Dependencies,
  { by, issueId }: Pick<IssueDoing, 'by' | 'issueId'>,
): Promise<void> {
  await doAs(prisma, by, 'mail.change', async (tx) => {
    const issue = await tx.newsletterIssue.findUnique({ where: { id: issueId } })
    if (!issue) throw new AppError('issue-not-found', 'Save the issue first.', { status: 404 })
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: by }, select: { email: true } })
    if (email === null)
      throw new AppError('no-address', 'Your account has no address that a copy could go to.', {
        status: 409,
      })
    const mail = issueMail(issue, stopUrlOf({ sealer, appUrl }, { userId: by }, 'news'))
    await queueMail(tx, sealer, { ...mail, to: email, key: `issue-copy:${issueId}:${issue.version}:${by}` })
  })
}
