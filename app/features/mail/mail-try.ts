import type { Outcome, Provider } from '#app/integrations/mail/outcome.ts'
import type { Db } from '#app/platform/db.server.ts'
import { hours } from '#app/platform/durations.ts'
import type { Mail } from '#prisma/generated/client.ts'

/** Resend knows a key for 24 hours; what is handed over again has to reach it before. */
const keyHoldsFor = hours(23)

export type MailTry = {
  mail: Mail & { body: string }
  /** Whom it may have been taken by, in an earlier try whose end nobody knows. */
  takenBy: Provider | null
}

/**
 * Begins a try at a message that waits, or whose last try ended unknown. Null where there is nothing to try: it is settled, or
 * gone with its account.
 */
export async function beginTry(db: Db, mailId: string): Promise<MailTry | null> {
  const [mail] = await db.mail.updateManyAndReturn({
    where: { id: mailId, state: { in: ['waiting', 'sending'] }, body: { not: null } },
    data: { tries: { increment: 1 } },
  })
  if (!mail || mail.body === null) return null
  const isOpen = mail.state === 'sending' && mail.handedAt !== null
  const takenBy = !isOpen ? null : mail.provider === 'smtp' ? 'smtp' : 'resend'
  return { mail: { ...mail, body: mail.body }, takenBy }
}

/** Whether handing it over again could send it twice. */
export const isPastTrying = ({ mail, takenBy }: MailTry, now: Date): boolean =>
  takenBy === 'smtp' || (takenBy !== null && now.getTime() - (mail.handedAt?.getTime() ?? 0) > keyHoldsFor)

/** Only as long as no other try has begun, and no event has told how it ended. */
const mine = ({ mail }: MailTry) => ({
  id: mail.id,
  tries: mail.tries,
  state: { in: ['waiting', 'sending'] },
})

/** Notes whom it is handed to, before it is: whoever finds it so later knows that it may be there. False where it is not ours any more. */
export async function noteHanding(db: Db, given: MailTry, provider: Provider, now: Date): Promise<boolean> {
  const handedAt = given.takenBy === null ? now : given.mail.handedAt
  const { count } = await db.mail.updateMany({
    where: mine(given),
    data: { state: 'sending', provider, handedAt },
  })
  return count > 0
}

/** Leaves it for another try, as it stands then. */
export async function leaveForLater(db: Db, given: MailTry, { kind, reason }: Unsent): Promise<void> {
  const mayBeTaken = kind === 'unknown' || given.takenBy !== null
  await db.mail.updateMany({
    where: mine(given),
    data: mayBeTaken ? { reason } : { state: 'waiting', provider: null, handedAt: null, reason },
  })
}
export type Unsent = Exclude<Outcome, { kind: 'sent' }>

/** Ends it for good, and forgets what it said, which may hold a link that lets in. */
export async function settle(
  db: Db,
  given: MailTry,
  { state, reason }: { state: 'refused' | 'unknown' | 'suppressed'; reason: string },
  now: Date,
): Promise<void> {
  const isOpen = given.takenBy !== null
  await db.mail.updateMany({
    where: mine(given),
    // What may have been taken can't be called refused any more.
    data: { state: isOpen ? 'unknown' : state, reason, settledAt: now, body: null },
  })
}

/** Notes that it was taken. That is sure, so it is written also where another try has begun. */
export async function settleSent(
  db: Db,
  mailId: string,
  { provider, id }: Extract<Outcome, { kind: 'sent' }>,
  now: Date,
): Promise<void> {
  await db.mail.updateMany({
    where: { id: mailId, state: { in: ['waiting', 'sending', 'unknown'] } },
    data: {
      state: 'sent',
      provider,
      ...(id !== null && { providerId: id }),
      reason: null,
      sentAt: now,
      settledAt: now,
      body: null,
    },
  })
}
