import type { Db } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailBody } from './mail-body.ts'
import { openMail } from './queue-mail.ts'

const mostShown = 50

type OutboxMail = { id: string; to: string; subject: string; text: string; createdAt: Date }

/** The newest messages that nothing has sent, 50 at most. For a person at their own copy of Threadr, and for nobody else. */
export async function readOutbox(db: Db, sealer: Sealer): Promise<OutboxMail[]> {
  const mails = await db.mail.findMany({
    where: { sentAt: null, body: { not: null } },
    orderBy: { id: 'desc' },
    take: mostShown,
  })
  return Promise.all(
    mails.map(async ({ id, to, subject, body, createdAt }) => ({
      id,
      to,
      subject,
      text: await textOf(sealer, body ?? ''),
      createdAt,
    })),
  )
}

async function textOf(sealer: Sealer, body: string): Promise<string> {
  try {
    return (await mailBody(openMail(sealer, body))).text
  } catch {
    return 'This message was sealed under a key that is no longer set.'
  }
}
