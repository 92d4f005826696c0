import { queueMail } from '#app/features/mail/queue-mail.ts'
import { addressHash } from '#app/features/mail/suppressions.ts'
import { stopUrlOf } from '#app/features/mail/wishes/mail-link.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { nextAddressees } from './addressees.ts'
import { issueMail, keyOfIssue } from './issue.ts'

type Dependencies = {
  prisma: Db
  sealer: Sealer
  appUrl: string
  /** How many messages go out in a second; null where none does. */
  perSecond: number | null
}

/** Written at once, at least and at most: a transaction's worth. */
const [fewest, most] = [100, 500]

/**
 * Writes the next messages of the issue that was sent off first, as many as go out in the minute until this is done again:
 * who stops the newsletter meanwhile gets none, and so does nobody once the issue is stopped. Each is written in the
 * transaction that remembers how far it has come, and under a key of issue and address. Gives how many.
 */
export function writeIssue({ prisma, sealer, appUrl, perSecond }: Dependencies): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ id: string }[]>`
      select id from newsletter_issues where state = 'sending' order by begun_at limit 1 for no key update skip locked`
    if (!held) return 0
    const issue = await tx.newsletterIssue.findUniqueOrThrow({ where: { id: held.id } })
    const room = await roomFor(tx, perSecond)
    const next = await nextAddressees(tx, issue.writtenTo, room)
    for (const { email, addressee } of next) {
      const mail = issueMail(issue, stopUrlOf({ sealer, appUrl }, addressee, 'news'))
      await queueMail(tx, sealer, { ...mail, to: email, key: keyOfIssue(issue.id) + addressHash(email) })
    }
    await tx.newsletterIssue.update({
      where: { id: issue.id },
      data: {
        writtenTo: next.at(-1)?.place ?? issue.writtenTo,
        written: issue.written + next.length,
        ...(next.length < room && { state: 'sent', endedAt: new Date() }),
      },
    })
    return next.length
  })
}

/** How many may be written beside those that still wait. */
async function roomFor(tx: Tx, perSecond: number | null): Promise<number> {
  if (perSecond === null) return most
  const aMinute = Math.min(most, Math.max(fewest, 60 * perSecond))
  const waiting = await tx.mail.count({ where: { state: 'waiting', template: 'newsletter' } })
  return Math.max(0, aMinute - waiting)
}
