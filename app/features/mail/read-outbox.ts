import type { Db } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailBody } from './mail-body.ts'
import type { MailContent } from './mail-content.ts'
import { mailText } from './mail-text.ts'
import { openMail } from './queue-mail.ts'

const mostShown = 50

type OutboxMail = {
  id: string
  to: string
  subject: string
  text: string
  /** What it says; null where it can't be opened any more. */
  content: MailContent | null
  createdAt: Date
}

/** The newest messages that nothing has sent, 50 at most. For a person at their own copy of Threadr, and for nobody else. */
export async function readOutbox(db: Db, sealer: Sealer): Promise<OutboxMail[]> {
  const mails = await db.mail.findMany({
    where: { sentAt: null, body: { not: null } },
    orderBy: { id: 'desc' },
    take: mostShown,
  })
  return mails.map(({ id, to, subject, body, createdAt }) => ({
    id,
    to,
    subject,
    ...opened(sealer, body ?? ''),
    createdAt,
  }))
}

function opened(sealer: Sealer, body: string): Pick<OutboxMail, 'text' | 'content'> {
  try {
    const content = openMail(sealer, body)
    return { text: mailText(content), content }
  } catch {
    return { text: 'This message was sealed under a key that is no longer set.', content: null }
  }
}

/** The same as whoever they are for would see them: `html` is null for those that can't be opened any more. */
export async function drawOutbox(db: Db, sealer: Sealer) {
  const mails = await readOutbox(db, sealer)
  return Promise.all(
    mails.map(async ({ content, ...mail }) => ({
      ...mail,
      html: content && (await mailBody(content)).html,
    })),
  )
}
