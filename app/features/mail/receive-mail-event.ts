import { countEvent } from '#app/features/analytics/count-event.ts'
import { type ResendEvent, readResendEvent } from '#app/integrations/mail/resend-event.ts'
import type { Db, Prisma, Tx } from '#app/platform/db.server.ts'
import { suppress } from './suppressions.ts'

/**
 * Takes an event of Resend's: signed, each once by its number. What it tells of a message of ours is written to it, in
 * whatever order events come; those of other messages, and kinds that are not known, are only written down. An address that
 * came back for good, or whose reader complained, is sent nothing any more. Throws AppErrors with 400.
 */
export async function receiveMailEvent(
  prisma: Db,
  secrets: readonly string[],
  sent: { body: string; headers: Headers },
  now = new Date(),
): Promise<void> {
  const event = readResendEvent(secrets, sent)
  await prisma.$transaction(async (tx) => {
    const mail = await mailOf(tx, event)
    const { count } = await tx.mailEvent.createMany({
      data: [
        {
          id: event.id,
          type: event.type,
          mailId: mail?.id ?? null,
          detail: event.detail,
          createdAt: event.at,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0 || !mail || !event.mail) return
    await noteTaken(tx, mail.id, event.mail.providerId, now)
    const told = toldBy(event, now)
    if (told) await tx.mail.update({ where: { id: mail.id }, data: told })
    // Whose it was is not noted: a reader who opens a message did not ask for that.
    if (event.type === 'email.opened' && mail.template === 'digest' && mail.openedAt === null)
      await countEvent(tx, 'digest_opened', {})
    if (event.type === 'email.complained') await suppress(tx, mail.to, 'complained')
    if (event.isHardBounce) await suppress(tx, mail.to, 'bounced')
    if (event.type === 'email.suppressed') await suppress(tx, mail.to, 'provider')
  })
}

/** By our own number, which it was tagged with, else by Resend's. */
async function mailOf(
  tx: Tx,
  { mail }: ResendEvent,
): Promise<{ id: string; to: string; template: string; openedAt: Date | null } | null> {
  if (!mail) return null
  const { mailId, providerId } = mail
  return tx.mail.findFirst({
    where: mailId === null ? { provider: 'resend', providerId } : { id: mailId },
    select: { id: true, to: true, template: true, openedAt: true },
  })
}

/** Whatever an event says of it, the message was taken: that ends any doubt, and any further try. */
async function noteTaken(tx: Tx, id: string, providerId: string, now: Date): Promise<void> {
  await tx.mail.updateMany({
    where: { id, state: { in: ['waiting', 'sending', 'unknown'] } },
    data: {
      state: 'sent',
      provider: 'resend',
      providerId,
      reason: null,
      sentAt: now,
      settledAt: now,
      body: null,
    },
  })
}

function toldBy({ type, at, detail }: ResendEvent, now: Date): Prisma.MailUpdateInput | null {
  switch (type) {
    case 'email.delivered':
      return { deliveredAt: at }
    case 'email.delivery_delayed':
      return { delayedAt: at }
    case 'email.bounced':
      return { bouncedAt: at, reason: detail }
    case 'email.complained':
      return { complainedAt: at }
    case 'email.opened':
      return { openedAt: at }
    case 'email.clicked':
      return { clickedAt: at }
    case 'email.failed':
      return { state: 'refused', reason: detail, settledAt: now }
    case 'email.suppressed':
      return { state: 'suppressed', reason: detail, settledAt: now }
    default:
      return null
  }
}
