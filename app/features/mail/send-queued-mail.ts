import type { SendMail } from '#app/integrations/resend.server.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { mailBody } from './mail-body.ts'
import { openMail } from './queue-mail.ts'

export type MailDependencies = {
  prisma: Db
  sealer: Sealer
  /** Null where nothing is configured to send: messages stay in the outbox then. */
  send: SendMail | null
  logger: Logger
}

/**
 * Sends a message that was queued, and forgets its body, which may hold a link that lets in. One that was sent already
 * is left alone, and one that was handed over by a worker which died then is taken as the same by its key. Throws where
 * another try may succeed.
 */
export async function sendQueuedMail(
  { prisma, sealer, send, logger }: MailDependencies,
  mailId: string,
): Promise<void> {
  const mail = await prisma.mail.findUnique({ where: { id: mailId } })
  if (!mail || mail.body === null || mail.sentAt) return
  if (!send) {
    logger.info({ mailId }, 'no RESEND_API_KEY: the message stays in the outbox')
    return
  }
  const content = openMail(sealer, mail.body)
  try {
    await send({
      idempotencyKey: mailId,
      to: mail.to,
      subject: mail.subject,
      headers: content.headers ?? {},
      ...(await mailBody(content)),
    })
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error
    // No other try would do better; the message stays where it can be looked at.
    logger.error({ err: error, mailId }, 'a message was refused')
    return
  }
  await prisma.mail.update({ where: { id: mailId }, data: { sentAt: new Date(), body: null } })
}
