import { deliverable } from '#app/integrations/mail/address.ts'
import { safeHeaders, subjectLine } from '#app/integrations/mail/headers.ts'
import type { SendMail } from '#app/integrations/mail/send-mail.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { currentMetrics } from '#app/platform/work.server.ts'
import { mailBody } from './mail-body.ts'
import {
  beginTry,
  isPastTrying,
  leaveForLater,
  type MailTry,
  noteHanding,
  settle,
  settleSent,
  type Unsent,
} from './mail-try.ts'
import { openMail } from './queue-mail.ts'
import { suppressionOf } from './suppressions.ts'

export type MailDependencies = {
  prisma: Db
  sealer: Sealer
  /** Null where nothing is configured to send: messages stay in the outbox then. */
  send: SendMail | null
  logger: Logger
}

type Attempt = { signal: AbortSignal /** Whether the queue will not try again. */; isLastTry: boolean }

/**
 * Sends a message that was queued, once: each try is noted before it hands anything over. One that may have been taken is
 * handed over again only to who knows its key, as long as that holds; then it is settled as unknown. Throws
 * `mail-not-sent`, retryable, where another try may succeed.
 */
export async function sendQueuedMail(
  { prisma, sealer, send, logger }: MailDependencies,
  mailId: string,
  { signal, isLastTry }: Attempt,
  now = new Date(),
): Promise<void> {
  if (!send) return logger.info({ mailId }, 'nothing is set that sends: the message stays in the outbox')
  const given = await beginTry(prisma, mailId)
  if (!given) return
  const end = async (state: 'refused' | 'unknown' | 'suppressed', reason: string) => {
    await settle(prisma, given, { state, reason }, now)
    currentMetrics()?.mail(state)
    logger[state === 'suppressed' ? 'info' : 'error']({ mailId, state, reason }, 'a message was not sent')
  }
  if (isPastTrying(given, now))
    return end('unknown', `${given.mail.reason ?? 'The worker died as it was handed over.'}`)
  const to = deliverable(given.mail.to)
  if (to === null) return end('refused', 'This is no address that mail can be sent to.')
  const suppressed = await suppressionOf(prisma, to)
  if (suppressed) return end('suppressed', suppressed)

  const outcome = await send(await outgoing(given, to, sealer), {
    signal,
    only: given.takenBy,
    onHanding: (provider) => noteHanding(prisma, given, provider, now),
  })
  if (!outcome) return logger.warn({ mailId }, 'another try at this message has begun')
  if (outcome.kind === 'sent') {
    currentMetrics()?.mail('sent')
    await settleSent(prisma, mailId, outcome, now)
    return logger.info({ mailId, provider: outcome.provider }, 'a message was sent')
  }
  if (outcome.kind === 'refused') return end('refused', outcome.reason)
  const isUnknown = outcome.kind === 'unknown'
  if (isLastTry || (isUnknown && outcome.provider === 'smtp'))
    return end(isUnknown ? 'unknown' : 'refused', outcome.reason)
  await leaveForLater(prisma, given, outcome)
  currentMetrics()?.mail('later')
  throw notSent(outcome)
}

/** The same each time, so that a key stands for one message. */
async function outgoing({ mail }: MailTry, to: string, sealer: Sealer) {
  const content = openMail(sealer, mail.body)
  return {
    key: mail.id,
    to,
    subject: subjectLine(mail.subject),
    headers: safeHeaders(content.headers ?? {}),
    ...(await mailBody(content)),
  }
}

const notSent = ({ kind, reason }: Unsent) =>
  new AppError('mail-not-sent', `The message was not sent (${kind}). ${reason}`, {
    status: 502,
    level: 'warn',
    retryable: true,
  })
